import { type BossBar, bossBarColors, bossBarPacket, bossBarStyles, showBossBar } from '../game/boss-bars.ts'
import type { Player } from '../game/player.ts'
import type { Text } from '../protocol/text.ts'
import { players, playersOf } from './arguments/entities.ts'
import { resourceName } from './arguments/names.ts'
import { integer } from './arguments/numbers.ts'
import { textComponent } from './arguments/text.ts'
import { bool, choice, literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { type Syntax, syntax } from './framework/syntax.ts'

const id = resourceName('id', ({ game }) => [...game.bossBars.keys()].map((name) => `minecraft:${name}`))

/** Minecraft Wiki: Commands/bossbar. */
export const bossBarCommand: Command = {
  name: 'bossbar',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([literal('list')], list),
    syntax([literal('add'), id, textComponent('name')], (call, [, name, title]) => add(call, name, title)),
    syntax([literal('remove'), id], (call, [, name]) => remove(call, name)),
    ...reading(),
    ...changing(),
  ],
}

function reading(): readonly Syntax[] {
  const start = [literal('get'), id] as const
  return [
    syntax([...start, literal('value')], (call, [, name]) => {
      const bar = barNamed(call, name)
      return `Custom bossbar [${bar.title.text}] has a value of ${bar.value}`
    }),
    syntax([...start, literal('max')], (call, [, name]) => {
      const bar = barNamed(call, name)
      return `Custom bossbar [${bar.title.text}] has a maximum of ${bar.max}`
    }),
    syntax([...start, literal('visible')], (call, [, name]) => {
      const bar = barNamed(call, name)
      return `Custom bossbar [${bar.title.text}] is currently ${bar.visible ? 'shown' : 'hidden'}`
    }),
  ]
}

function changing(): readonly Syntax[] {
  const start = [literal('set'), id] as const
  return [
    syntax([...start, literal('name'), textComponent('name')], (call, [, name, , title]) =>
      change(call, name, { title }, 'title', 'has been renamed'),
    ),
    syntax([...start, literal('value'), integer('value', { least: 0 })], (call, [, name, , value]) =>
      change(call, name, { value }, 'health', `has changed value to ${value}`),
    ),
    syntax([...start, literal('max'), integer('max', { least: 1 })], (call, [, name, , max]) =>
      change(call, name, { max }, 'health', `has changed maximum to ${max}`),
    ),
    syntax([...start, literal('color'), choice('color', bossBarColors)], (call, [, name, , color]) =>
      change(call, name, { color }, 'style', 'has changed color'),
    ),
    syntax([...start, literal('style'), choice('style', bossBarStyles)], (call, [, name, , style]) =>
      change(call, name, { style }, 'style', 'has changed style'),
    ),
    syntax([...start, literal('visible'), bool('visible')], (call, [, name, , visible]) =>
      setVisible(call, name, visible),
    ),
    syntax([...start, literal('players')], (call, [, name]) => setPlayers(call, name, [])),
    syntax([...start, literal('players'), players('targets')], (call, [, name, , targets]) =>
      setPlayers(call, name, playersOf(call, targets)),
    ),
  ]
}

function list({ game }: CommandCall): string {
  const bars = [...game.bossBars.values()]
  if (bars.length === 0) return 'There are no custom bossbars active'
  return `There are ${bars.length} custom bossbar(s) active: ${bars.map((bar) => `[${bar.title.text}]`).join(', ')}`
}

function add({ game }: CommandCall, name: string, title: Text): string {
  if (game.bossBars.has(name))
    throw new CommandError(`A bossbar already exists with the ID 'minecraft:${name}'`)
  game.bossBars.set(name, {
    name,
    uuid: game.uuidOf(game.nextId()),
    title,
    value: 0,
    max: 100,
    color: 'white',
    style: 'progress',
    visible: true,
    players: new Set(),
  })
  return `Created custom bossbar [${title.text}]`
}

function remove(call: CommandCall, name: string): string {
  const bar = barNamed(call, name)
  showBossBar(call.game, bar, 'remove')
  call.game.bossBars.delete(name)
  return `Removed custom bossbar [${bar.title.text}]`
}

function change(
  call: CommandCall,
  name: string,
  changed: Partial<BossBar>,
  action: 'health' | 'title' | 'style',
  reply: string,
): string {
  const bar = Object.assign(barNamed(call, name), changed)
  showBossBar(call.game, bar, action)
  return `Custom bossbar [${bar.title.text}] ${reply}`
}

function setVisible(call: CommandCall, name: string, visible: boolean): string {
  const bar = barNamed(call, name)
  if (bar.visible === visible) {
    throw new CommandError(`Nothing changed. The bossbar is already ${visible ? 'visible' : 'hidden'}`)
  }
  bar.visible = visible
  showBossBar(call.game, bar, visible ? 'create' : 'remove')
  return `Custom bossbar [${bar.title.text}] is now ${visible ? 'visible' : 'hidden'}`
}

function setPlayers(call: CommandCall, name: string, targets: readonly Player[]): string {
  const { game } = call
  const bar = barNamed(call, name)
  const before = [...game.players.values()].filter((player) => bar.players.has(player.name))
  bar.players.clear()
  for (const player of targets) bar.players.add(player.name)
  if (bar.visible) {
    const without = before.filter((player) => !targets.includes(player))
    const fresh = targets.filter((player) => !before.includes(player))
    game.sendTo(without, bossBarPacket(game, bar, 'remove'))
    game.sendTo(fresh, bossBarPacket(game, bar, 'create'))
  }
  const title = `Custom bossbar [${bar.title.text}]`
  if (targets.length === 0) return `${title} no longer has any players`
  return `${title} now has ${targets.length} player(s): ${targets.map((player) => player.name).join(', ')}`
}

function barNamed({ game }: CommandCall, name: string): BossBar {
  const bar = game.bossBars.get(name)
  if (bar === undefined) throw new CommandError(`No bossbar exists with the ID 'minecraft:${name}'`)
  return bar
}
