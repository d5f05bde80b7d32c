import type { Team } from '../game/scoreboard.ts'
import { teamPacket, textColors } from '../game/scoreboard-packets.ts'
import { ownPlayer } from './arguments/entities.ts'
import { objectiveOrTeamName, scoreHolder } from './arguments/score-holder.ts'
import { textComponent } from './arguments/text.ts'
import { bool, choice, literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { type Syntax, syntax } from './framework/syntax.ts'

const team = objectiveOrTeamName('team', ({ game }) => [...game.scoreboard.teams.keys()])
const visibilities = ['always', 'hideForOtherTeams', 'hideForOwnTeam', 'never'] as const
const collisions = ['always', 'never', 'pushOtherTeams', 'pushOwnTeam'] as const

/** Minecraft Wiki: Commands/team. */
export const teamCommand: Command = {
  name: 'team',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([literal('list')], list),
    syntax([literal('add'), team], (call, [, name]) => add(call, name, name)),
    syntax([literal('add'), team, textComponent('displayName')], (call, [, name, title]) =>
      add(call, name, title.text),
    ),
    syntax([literal('remove'), team], (call, [, name]) => remove(call, name)),
    syntax([literal('empty'), team], (call, [, name]) => {
      const found = teamNamed(call, name)
      const members = [...found.members]
      leave(call, members)
      return `Removed ${members.length} member(s) from team [${found.title}]`
    }),
    syntax([literal('join'), team], (call, [, name]) => join(call, name, [ownPlayer(call).name])),
    syntax([literal('join'), team, scoreHolder('members')], (call, [, name, holders]) =>
      join(call, name, holders(call)),
    ),
    syntax([literal('leave'), scoreHolder('members')], (call, [, holders]) => {
      const members = holders(call)
      leave(call, members)
      return `Removed ${describe(members)} from any team`
    }),
    ...modifications(),
  ],
}

function modifications(): readonly Syntax[] {
  const start = [literal('modify'), team] as const
  return [
    syntax([...start, literal('color'), choice('value', [...textColors, 'reset'])], (call, values) => {
      const found = modify(call, values[1], { color: values[3] })
      return `Updated the color for team [${found.title}] to ${values[3]}`
    }),
    syntax([...start, literal('displayName'), textComponent('displayName')], (call, [, name, , title]) => {
      return `Updated the name of team [${modify(call, name, { title: title.text }).title}]`
    }),
    syntax([...start, literal('prefix'), textComponent('prefix')], (call, [, name, , text]) => {
      return `Team prefix set to ${modify(call, name, { prefix: text.text }).prefix}`
    }),
    syntax([...start, literal('suffix'), textComponent('suffix')], (call, [, name, , text]) => {
      return `Team suffix set to ${modify(call, name, { suffix: text.text }).suffix}`
    }),
    syntax([...start, literal('friendlyFire'), bool('allowed')], (call, [, name, , friendlyFire]) => {
      const { title } = modify(call, name, { friendlyFire })
      return `${friendlyFire ? 'Enabled' : 'Disabled'} friendly fire for team [${title}]`
    }),
    syntax([...start, literal('nametagVisibility'), choice('value', visibilities)], (call, values) => {
      const { title } = modify(call, values[1], { nameTagVisibility: values[3] })
      return `Nametag visibility for team [${title}] is now "${values[3]}"`
    }),
    syntax([...start, literal('collisionRule'), choice('value', collisions)], (call, values) => {
      const { title } = modify(call, values[1], { collisionRule: values[3] })
      return `Collision rule for team [${title}] is now "${values[3]}"`
    }),
  ]
}

function list({ game }: CommandCall): string {
  const teams = [...game.scoreboard.teams.values()]
  if (teams.length === 0) return 'There are no teams'
  return `There are ${teams.length} team(s): ${teams.map((one) => `[${one.title}]`).join(', ')}`
}

function add({ game }: CommandCall, name: string, title: string): string {
  if (game.scoreboard.teams.has(name)) throw new CommandError('A team already exists by that name')
  const made: Team = {
    name,
    title,
    color: 'reset',
    prefix: '',
    suffix: '',
    friendlyFire: true,
    seeFriendlyInvisibles: true,
    nameTagVisibility: 'always',
    collisionRule: 'always',
    members: new Set(),
  }
  game.scoreboard.teams.set(name, made)
  game.sendTo(game.players.values(), teamPacket(game, made, 'create', []))
  return `Created team [${title}]`
}

function remove(call: CommandCall, name: string): string {
  const { game } = call
  const found = teamNamed(call, name)
  game.scoreboard.teams.delete(name)
  game.sendTo(game.players.values(), teamPacket(game, found, 'remove', []))
  return `Removed team [${found.title}]`
}

function modify(call: CommandCall, name: string, change: Partial<Team>): Team {
  const found = Object.assign(teamNamed(call, name), change)
  call.game.sendTo(call.game.players.values(), teamPacket(call.game, found, 'update', []))
  return found
}

function join(call: CommandCall, name: string, members: readonly string[]): string {
  const found = teamNamed(call, name)
  leave(call, members)
  for (const member of members) found.members.add(member)
  call.game.sendTo(call.game.players.values(), teamPacket(call.game, found, 'join', members))
  return `Added ${describe(members)} to team [${found.title}]`
}

function leave({ game }: CommandCall, members: readonly string[]): void {
  for (const found of game.scoreboard.teams.values()) {
    const leaving = members.filter((member) => found.members.delete(member))
    if (leaving.length > 0) game.sendTo(game.players.values(), teamPacket(game, found, 'leave', leaving))
  }
}

function teamNamed({ game }: CommandCall, name: string): Team {
  const found = game.scoreboard.teams.get(name)
  if (found === undefined) throw new CommandError(`Unknown team '${name}'`)
  return found
}

function describe(members: readonly string[]): string {
  return members.length === 1 ? (members[0] ?? '') : `${members.length} members`
}
