import { describe, expect, it } from 'vitest'
import { minecraftVersionSchema } from '../../../server/data/minecraft-version.ts'
import { storedItems } from '../../../server/game/containers.ts'
import type { Game } from '../../../server/game/game.ts'
import { primeTnt } from '../../../server/game/primed-tnt.ts'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import { spawnMob } from '../../../server/mobs/spawn-mob.ts'
import { employ } from '../../../server/mobs/villagers/careers.ts'
import { openSave } from '../../../server/saving/open-save.ts'
import type { Position } from '../../../src/core/position.ts'
import { ticks } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const commands = [
  '/gamerule playersSleepingPercentage 40',
  '/gamerule doFireTick false',
  '/ban Mallory "broke things"',
  '/whitelist add Ada',
  '/whitelist add Bob',
  '/whitelist on',
  '/scoreboard objectives add logs dummy "Logs"',
  '/scoreboard objectives add wish trigger',
  '/scoreboard objectives setdisplay sidebar logs',
  '/scoreboard players set Ada logs 5',
  '/scoreboard players enable Ada wish',
  '/team add red "Reds"',
  '/team modify red color red',
  '/team join red Ada',
  '/bossbar add raid {"text":"Raid","color":"gold","bold":true}',
  '/bossbar set raid players Ada',
  '/bossbar set raid value 25',
  '/tag Ada add leader',
  '/tag @e[type=cow] add milked',
  '/effect give Ada speed 900 0',
  '/effect give Ada speed 30 2',
  '/forceload add 1600 1600',
]

describe.each(minecraftVersionSchema.options)('a saved world of %s keeps also', (version) => {
  it('timers, minds, trades, lists, displays, tags and effects', async () => {
    const folder = temporaryFolder()
    const first = await startHarness({ version, save: await openSave(folder) })
    await first.join('Ada')
    first.server.game.tick = START
    furnish(first.server.game)
    for (const command of commands) first.server.command(command)
    await ticks(first, 2)
    const before = summary(first.server.game)
    await first.close()

    const second = await startHarness({ version, save: await openSave(folder) })
    const bot = await second.join('Ada')
    expect(bot.scoreboard.sidebar?.name).toBe('logs')
    expect(bot.teamMap.Ada?.team).toBe('red')
    expect(summary(second.server.game)).toEqual(before)
    await expect(second.join('Mallory')).rejects.toThrow('broke things')
    await expectTimersRun(second)
    await second.close()
  })
})

/** Tick in which everything begins. */
const START = 100
const ground = -60
const fire = { x: 5, y: ground, z: 5 }
const hopper = { x: 8, y: ground, z: 5 }
const repeater = { x: 5, y: ground, z: 9 }

/** Nothing here may change in the ticks in which the bot joins again, but for the times that are left. */
function furnish(game: Game): void {
  const below = (place: Position) => ({ ...place, y: place.y - 1 })
  game.world.setBlock(below(fire), 'netherrack')
  game.world.setBlock(fire, 'fire')
  game.world.setBlock(hopper, 'hopper', { facing: 'east' })
  game.world.setBlock({ ...hopper, x: hopper.x + 1 }, 'chest')
  storedItems(game, hopper).put(0, itemStack('dirt', 64))
  game.hopperRests.set('8,-60,5', game.tick + 500)
  game.world.setBlock(repeater, 'repeater', { delay: '4' })
  game.redstone.ticks.schedule(repeater, game.tick + 900)
  furnishMobs(game)
  primeTnt(game, { x: 40, y: ground, z: 40 }, 2000)
}

function furnishMobs(game: Game): void {
  const horse = spawnMob(game, 'horse', { x: -20.5, y: ground, z: 0.5 })
  if (horse !== null) Object.assign(horse.mind, { tame: true, saddled: true, temper: 40 })
  const sheep = spawnMob(game, 'sheep', { x: -20.5, y: ground, z: 5.5 })
  if (sheep !== null) Object.assign(sheep.mind, { woolColour: 'brown', shorn: true })
  const chicken = spawnMob(game, 'chicken', { x: -20.5, y: ground, z: 9.5 })
  if (chicken !== null) chicken.mind.nextEgg = 9000
  spawnMob(game, 'cow', { x: -24.5, y: ground, z: 9.5 })
  const villager = spawnMob(game, 'villager', { x: 20.5, y: ground, z: 20.5 })
  if (villager?.trader) {
    employ(game, villager, villager.trader, 'librarian')
    for (const offer of villager.trader.offers) offer.uses = 3
  }
  game.settledColumns.add('77,-3')
}

function summary(game: Game) {
  const { scoreboard } = game
  const ada = game.playerNamed('Ada')
  const speed = ada?.effects.get('speed')
  return {
    fires: game.fireTicks.all().map(({ position }) => position),
    repeaters: game.redstone.ticks.all().map(({ position }) => position),
    mobs: mobsOf(game),
    settled: game.settledColumns.has('77,-3'),
    rules: game.gameRules,
    banned: game.banned,
    whitelist: game.whitelist,
    objectives: scoreboard.objectives,
    displays: scoreboard.displays,
    teams: scoreboard.teams,
    bossBars: game.bossBars,
    forced: game.forcedColumns,
    words: [...(game.tags.get(ada?.uuid ?? '') ?? [])],
    speed: [speed?.amplifier, speed?.endTick, speed?.hidden?.amplifier, speed?.hidden?.endTick],
  }
}

function mobsOf(game: Game): readonly unknown[] {
  const facts = [...game.entities.values()].flatMap((entity) => {
    if (entity.type !== 'mob') return [entity.kind.name]
    const { tame, saddled, temper, woolColour, shorn, nextEgg } = entity.mind
    const words = [...(game.tags.get(entity.uuid) ?? [])]
    const uses = entity.trader?.offers.map((offer) => `${offer.uses} ${offer.gives.name}`)
    const mind = { tame, saddled, temper, woolColour, shorn, nextEgg }
    return [`${entity.kind.name} ${JSON.stringify({ mind, words, uses })}`]
  })
  return facts.sort()
}

/** The repeater and the hopper act when their time has come, and the fire is looked at again. */
async function expectTimersRun(harness: ServerHarness): Promise<void> {
  const { game } = harness.server
  // What comes back begins to count in the tick after.
  const hopperTick = START + 500 + 1
  expect(game.redstone.ticks.all()).toEqual([{ position: repeater, tick: START + 900 + 1 }])
  await ticks(harness, hopperTick - 1 - game.tick)
  expect(storedItems(game, hopper).stacks()).toMatchObject([{ count: 64 }])
  await ticks(harness, 1)
  expect(storedItems(game, hopper).stacks()).toMatchObject([{ count: 63 }])
  await ticks(harness, 401)
  expect(game.world.blockAt(repeater).properties.powered).toBe('true')
  expect(game.fireTicks.all().map(({ position }) => position)).toEqual([fire])
}
