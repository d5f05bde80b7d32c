import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type MinecraftVersion, minecraftVersionSchema } from '../../../server/data/minecraft-version.ts'
import { furnaceAt, storedItems } from '../../../server/game/containers.ts'
import { stillVelocity } from '../../../server/game/entity.ts'
import { spawnItem } from '../../../server/game/item-entities.ts'
import { blankSign, type Sign } from '../../../server/game/sign.ts'
import { spawnVehicle } from '../../../server/game/vehicle-entities.ts'
import { createGameServer } from '../../../server/game-server.ts'
import { itemData } from '../../../server/inventory/item-data.ts'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import { spawnMob } from '../../../server/mobs/spawn-mob.ts'
import { type OpenSave, openSave } from '../../../server/saving/open-save.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import type { Position } from '../../../src/core/position.ts'
import { blockAt, give, playerOf, ticks, vector } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const { Anvil, level } = createRequire(import.meta.url)('prismarine-provider-anvil') as ForeignReader

/** The part of prismarine-provider-anvil that the test uses: a reader that shares no code with ours. */
interface ForeignReader {
  Anvil(version: string): new (path: string) => ForeignRegions
  readonly level: { readLevel(path: string): Promise<Readonly<Record<string, unknown>>> }
}

interface ForeignRegions {
  load(x: number, z: number): Promise<{ getBlock(position: unknown): { name: string } } | null>
  close(): Promise<void>
}

describe.each(minecraftVersionSchema.options)('saved worlds in %s', (version) => {
  it('go on where they ended: blocks, chests, animals, items, players, time and weather', async () => {
    const folder = temporaryFolder()
    const first = await startHarness({
      version,
      world: 'plains',
      save: await openSave(folder),
      operators: ['Ada'],
    })
    const expected = await changeMuch(first)
    await first.close()

    const second = await startHarness({ version, world: 'plains', save: await openSave(folder) })
    const ada = await second.join('Ada')
    const { game } = second.server
    expect(await takeDown(second, expected.place)).toEqual(expected.facts)
    expect(playerOf(second, ada).operator).toBe(true)
    expect(blockAt(ada, expected.place).name).toBe('chest')
    expect(game.entities.size).toBeGreaterThan(0)
    await second.close()

    expect(await savedBlock(folder, version, expected.place)).toBe('chest')
    const data = await level.readLevel(join(folder, 'level.dat'))
    expect(data).toMatchObject({ LevelName: 'plains', Difficulty: 1, raining: 1 })
  })

  it('let far columns go with all that is in them, and bring them back as they were', async () => {
    const folder = temporaryFolder()
    const harness = await startHarness({ version, save: await openSave(folder), viewDistance: 2 })
    await harness.join('Ada')
    const { game } = harness.server
    const place = { x: 3, y: game.world.spawn.y, z: 3 }
    furnish(harness, place)
    await ticks(harness, 20)
    const before = state(harness, place)
    const columns = game.world.loadedColumns().length

    harness.server.command('/tp Ada 1000 -60 1000')
    await ticks(harness, 200)
    expect(game.world.isLoaded(0, 0)).toBe(false)
    expect(game.world.loadedColumns().length).toBeLessThanOrEqual(columns)
    expect([...game.entities.values()]).toEqual([])
    expect([...game.world.blockEntities()]).toEqual([])
    harness.server.command('/tp Ada 0 -60 0')
    await ticks(harness, 20)
    expect(state(harness, place)).toEqual(before)

    harness.server.command('/tp Ada 1000 -60 1000')
    await ticks(harness, 150)
    await game.keeper?.save()
    await ticks(harness, 10)
    harness.server.command('/tp Ada 0 -60 0')
    await ticks(harness, 20)
    expect(state(harness, place)).toEqual(before)
    await harness.close()

    const again = await startHarness({ version, save: await openSave(folder), viewDistance: 2 })
    await again.join('Ada')
    await ticks(again, 20)
    expect(state(again, place)).toEqual(before)
    await again.close()
  })

  it('are saved every five minutes, by command and at the end, each time as they were in one tick', async () => {
    const folder = temporaryFolder()
    const harness = await startHarness({ version, save: await openSave(folder), operators: ['Ada'] })
    const ada = await harness.join('Ada')
    const lines: string[] = []
    ada.on('messagestr', (line) => {
      lines.push(line)
    })
    expect(harness.server.command('/save-on')).toBe('Saving is already turned on')
    expect(harness.server.command('/save-off')).toBe('Automatic saving is now disabled')
    expect(harness.server.command('/save-on')).toBe('Automatic saving is now enabled')
    ada.chat('/save-all')
    const { game } = harness.server
    await ticks(harness, 1)
    const column = { x: 20, y: game.world.spawn.y, z: 20 }
    game.world.setBlock(column, 'gold_block')
    await saveUnderWay(harness)
    expect(lines).toEqual(['Saving the game (this may take a moment!)', 'Saved the game'])
    expect(await savedBlock(folder, version, column)).toBe('air')
    game.tick = 5998
    await ticks(harness, 3)
    await saveUnderWay(harness)
    expect(await savedBlock(folder, version, column)).toBe('gold_block')
    await harness.close()
    const copy = await openSave(folder)
    expect(copy.saved?.tick).toBe(game.tick)
    copy.folder.close()
    expect(() => startedWith(copy, { version, seed: 2 })).toThrow('it has seed 1, not 2')
  })
})

/** Lets the save that has begun come to its end, and the news of it come to the clients. */
async function saveUnderWay(harness: ServerHarness): Promise<void> {
  const saved = harness.server.game.keeper?.saveSoon()
  await ticks(harness, 200)
  await saved
  await ticks(harness, 3)
}

/** The block as another program finds it in the folder. */
async function savedBlock(folder: string, version: MinecraftVersion, { x, y, z }: Position) {
  const anvil = new (Anvil(version))(join(folder, 'region'))
  const column = await anvil.load(x >> 4, z >> 4)
  await anvil.close()
  return column?.getBlock(vector({ x: x & 15, y, z: z & 15 })).name
}

function startedWith(save: OpenSave, wanted: { version: MinecraftVersion; seed: number }) {
  const world = loadWorldDefinition('flat')
  return createGameServer({ ...wanted, world, save, operators: [], maxPlayers: 1 })
}

/** Puts a furnace that burns, a sign, a sheep without wool, a young cow, an item and a boat there. */
function furnish({ server }: ServerHarness, place: Position): void {
  const { game } = server
  game.world.setBlock(place, 'furnace')
  const furnace = furnaceAt(game, place)
  furnace.storage.put(0, itemStack('raw_iron', 30))
  furnace.storage.put(1, itemStack('coal', 3))
  const sign = { ...place, x: place.x + 1 }
  game.world.setBlock(sign, 'oak_sign')
  const text = { lines: ['keep', 'this', '', ''], color: 'red', glowing: true }
  game.world.setBlockEntity(sign, { ...blankSign, front: text } as Sign)
  const sheep = spawnMob(game, 'sheep', { ...place, z: place.z + 3 })
  if (sheep !== null) sheep.mind.shorn = true
  const cow = spawnMob(game, 'cow', { ...place, z: place.z + 2 })
  if (cow !== null) cow.mind.childhood = 20_000
  spawnVehicle(game, 'oak_boat', { position: { x: 8.5, y: place.y, z: 8.5 }, yaw: 45 })
  const flight = { position: { x: 12.5, y: place.y, z: 12.5 }, velocity: stillVelocity, pickUpDelay: 32_767 }
  spawnItem(game, itemStack('diamond', 3), flight)
}

/** What is there, time aside. */
function state({ server }: ServerHarness, place: Position) {
  const { game } = server
  const entities = [...game.entities.values()].map((entity) => {
    if (entity.type === 'mob')
      return `${entity.traits.name} ${entity.mind.shorn} ${entity.mind.childhood > 0}`
    if (entity.type === 'item') return `${entity.stack.count} ${entity.stack.name}`
    return `${entity.kind.name} ${Math.floor(entity.position.x)}`
  })
  const furnace = furnaceAt(game, place)
  return {
    entities: entities.sort(),
    sign: game.world.blockEntityAt({ ...place, x: place.x + 1 }),
    isLit: furnace.isLit && game.world.blockAt(place).properties.lit,
    smelting: furnace.storage.at(0)?.name,
  }
}

async function changeMuch(harness: ServerHarness) {
  const ada = await harness.join('Ada')
  const { game } = harness.server
  const { world } = game
  const place = { ...world.spawn, x: world.spawn.x + 3 }
  world.setBlock(place, 'chest')
  const sword = itemStack(
    'diamond_sword',
    1,
    7,
    itemData({ enchantments: { sharpness: 3 }, customName: 'Mine' }),
  )
  storedItems(game, place).put(4, sword)
  await give(harness, ada, { bread: 5, iron_helmet: 1 })
  harness.server.command('/weather rain 5000')
  harness.server.command('/difficulty easy')
  harness.server.command('/gamerule keepInventory true')
  harness.server.command('/effect give Ada speed 600 1')
  harness.server.command('/experience add Ada 40')
  harness.server.command('/spawnpoint Ada 5 80 5')
  await ticks(harness, 120)
  return { place, facts: await takeDown(harness, place) }
}

async function takeDown(harness: ServerHarness, place: { x: number; y: number; z: number }) {
  const { game } = harness.server
  const player = game.playerNamed('Ada')
  return {
    chest: storedItems(game, place).all(),
    carried: player?.inventory.storage.all(),
    spawnPoint: player?.spawnPoint,
    effects: [...(player?.effects.keys() ?? [])],
    level: player?.experienceLevel,
    points: player?.experiencePoints,
    difficulty: game.difficulty,
    keepInventory: game.rules.keepInventory,
    raining: game.weather.raining,
    spawn: game.world.spawn,
  }
}
