import { criteria } from '../game/score-criteria.ts'
import type { Objective } from '../game/scoreboard.ts'
import { changeScore, displayPacket, objectivePacket } from '../game/scoreboard-packets.ts'
import { integer } from './arguments/numbers.ts'
import { objectiveOrTeamName, type ScoreHolders, scoreHolder } from './arguments/score-holder.ts'
import { textComponent } from './arguments/text.ts'
import { choice, literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { type Syntax, syntax } from './framework/syntax.ts'
import { objectiveNamed } from './objective-named.ts'
import { operationSyntax } from './score-operation.ts'

/** Places of the screen with their numbers in the protocol. */
const places = { list: 0, sidebar: 1, below_name: 2 } as const
const placeNames = Object.keys(places) as (keyof typeof places)[]

const objective = objectiveOrTeamName('objective', ({ game }) => [...game.scoreboard.objectives.keys()])
const criterion = choice('criteria', criteria, "Unknown criterion '%s'")

/** Minecraft Wiki: Commands/scoreboard. Of the criteria that count by themselves, those of `score-criteria.ts` are in. */
export const scoreboardCommand: Command = {
  name: 'scoreboard',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [...objectiveSyntaxes(), ...playerSyntaxes(), operationSyntax],
}

function objectiveSyntaxes(): readonly Syntax[] {
  const start = literal('objectives')
  const place = choice('slot', placeNames, "Unknown display slot '%s'")
  return [
    syntax([start, literal('list')], listObjectives),
    syntax([start, literal('add'), objective, criterion], (call, [, , name, criterion]) =>
      add(call, name, criterion, name),
    ),
    syntax([start, literal('add'), objective, criterion, textComponent('displayName')], (call, values) =>
      add(call, values[2], values[3], values[4].text),
    ),
    syntax([start, literal('remove'), objective], (call, [, , name]) => remove(call, name)),
    syntax(
      [start, literal('modify'), objective, literal('displayname'), textComponent('displayName')],
      (call, [, , name, , title]) => rename(call, name, title.text),
    ),
    syntax([start, literal('setdisplay'), place], (call, [, , where]) => display(call, where, null)),
    syntax([start, literal('setdisplay'), place, objective], (call, [, , where, name]) =>
      display(call, where, name),
    ),
  ]
}

function playerSyntaxes(): readonly Syntax[] {
  const start = literal('players')
  const whose = [scoreHolder('targets'), objective] as const
  const score = integer('score')
  const amount = integer('score', { least: 0 })
  return [
    syntax([start, literal('list')], listHolders),
    syntax([start, literal('get'), ...whose], (call, [, , holders, name]) => read(call, holders, name)),
    syntax([start, literal('set'), ...whose, score], (call, [, , holders, name, value]) =>
      change(
        call,
        { holders, name },
        () => value,
        (who, title) => `Set ${title} for ${who} to ${value}`,
      ),
    ),
    syntax([start, literal('add'), ...whose, amount], (call, [, , holders, name, value]) =>
      change(
        call,
        { holders, name },
        (old) => old + value,
        (who, title, now) => `Added ${value} to ${title} for ${who}${now}`,
      ),
    ),
    syntax([start, literal('remove'), ...whose, amount], (call, [, , holders, name, value]) =>
      change(
        call,
        { holders, name },
        (old) => old - value,
        (who, title, now) => `Removed ${value} from ${title} for ${who}${now}`,
      ),
    ),
    syntax([start, literal('reset'), scoreHolder('targets')], (call, [, , holders]) =>
      reset(call, holders, null),
    ),
    syntax([start, literal('reset'), ...whose], (call, [, , holders, name]) => reset(call, holders, name)),
    syntax([start, literal('enable'), ...whose], (call, [, , holders, name]) => enable(call, holders, name)),
  ]
}

function listObjectives({ game }: CommandCall): string {
  const all = [...game.scoreboard.objectives.values()]
  if (all.length === 0) return 'There are no objectives'
  return `There are ${all.length} objective(s): ${all.map((one) => `[${one.title}]`).join(', ')}`
}

function listHolders({ game }: CommandCall): string {
  const holders = game.scoreboard.holders()
  if (holders.length === 0) return 'There are no tracked entities'
  return `There are ${holders.length} tracked entity/entities: ${holders.join(', ')}`
}

function add({ game }: CommandCall, name: string, criterion: string, title: string): string {
  if (game.scoreboard.objectives.has(name)) throw new CommandError('An objective already exists by that name')
  const made: Objective = { name, criterion, title, scores: new Map(), enabled: new Set() }
  game.scoreboard.objectives.set(name, made)
  game.sendTo(game.players.values(), objectivePacket(game, made, 'create'))
  return `Created new objective [${title}]`
}

function remove(call: CommandCall, name: string): string {
  const { scoreboard } = call.game
  const found = objectiveNamed(call, name)
  scoreboard.objectives.delete(name)
  for (const [place, shown] of scoreboard.displays) if (shown === name) scoreboard.displays.delete(place)
  call.game.sendTo(call.game.players.values(), objectivePacket(call.game, found, 'remove'))
  return `Removed objective [${found.title}]`
}

function rename(call: CommandCall, name: string, title: string): string {
  const found = objectiveNamed(call, name)
  found.title = title
  call.game.sendTo(call.game.players.values(), objectivePacket(call.game, found, 'update'))
  return `Changed the display name of ${name} to [${title}]`
}

function display(call: CommandCall, where: keyof typeof places, name: string | null): string {
  const { displays } = call.game.scoreboard
  const found = name === null ? null : objectiveNamed(call, name)
  const place = places[where]
  if (found === null && !displays.delete(place)) {
    throw new CommandError('Nothing changed. That display slot is already empty')
  }
  if (found !== null) {
    if (displays.get(place) === name) {
      throw new CommandError('Nothing changed. That display slot is already showing that objective')
    }
    displays.set(place, found.name)
  }
  call.game.sendTo(call.game.players.values(), displayPacket(place, found?.name ?? ''))
  if (found === null) return `Cleared any objectives in display slot ${where}`
  return `Set display slot ${where} to show objective ${found.title}`
}

function read(call: CommandCall, holders: ScoreHolders, name: string): string {
  const { title, scores } = objectiveNamed(call, name)
  const [holder = ''] = holders(call)
  const value = scores.get(holder)
  if (value === undefined) throw new CommandError(`Can't get value of ${name} for ${holder}; none is set`)
  return `${holder} has ${value} [${title}]`
}

function change(
  call: CommandCall,
  { holders, name }: { readonly holders: ScoreHolders; readonly name: string },
  next: (old: number) => number,
  reply: (who: string, title: string, now: string) => string,
): string {
  const found = objectiveNamed(call, name)
  const names = holders(call)
  for (const holder of names) changeScore(call.game, found, holder, next(found.scores.get(holder) ?? 0))
  const [only = ''] = names
  const title = `[${found.title}]`
  if (names.length === 1) return reply(only, title, ` (now ${found.scores.get(only)})`)
  return reply(`${names.length} entities`, title, '')
}

function reset(call: CommandCall, holders: ScoreHolders, name: string | null): string {
  const { objectives } = call.game.scoreboard
  const affected = name === null ? [...objectives.values()] : [objectiveNamed(call, name)]
  const names = holders(call)
  for (const one of affected) {
    for (const holder of names) if (one.scores.has(holder)) changeScore(call.game, one, holder, null)
  }
  const who = names.length === 1 ? names[0] : `${names.length} entities`
  return name === null ? `Reset all scores for ${who}` : `Reset [${affected[0]?.title}] for ${who}`
}

/** Lets players use `/trigger` on the objective once. */
function enable(call: CommandCall, holders: ScoreHolders, name: string): string {
  const found = objectiveNamed(call, name)
  if (found.criterion !== 'trigger') throw new CommandError('Enable only works on trigger-objectives')
  const names = holders(call).filter((holder) => !found.enabled.has(holder))
  if (names.length === 0) throw new CommandError('Nothing changed. That trigger is already enabled')
  for (const holder of names) found.enabled.add(holder)
  const who = names.length === 1 ? names[0] : `${names.length} entities`
  return `Enabled trigger [${found.title}] for ${who}`
}
