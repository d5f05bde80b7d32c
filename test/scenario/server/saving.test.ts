import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { minecraftVersionSchema } from '../../../server/data/minecraft-version.ts'
import { storedItems } from '../../../server/game/containers.ts'
import { itemData } from '../../../server/inventory/item-data.ts'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import { openSave } from '../../../server/saving/open-save.ts'
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

    const anvil = new (Anvil(version))(join(folder, 'region'))
    const column = await anvil.load(expected.place.x >> 4, expected.place.z >> 4)
    const { x, y, z } = expected.place
    expect(column?.getBlock(vector({ x: x & 15, y, z: z & 15 })).name).toBe('chest')
    await anvil.close()
    const data = await level.readLevel(join(folder, 'level.dat'))
    expect(data).toMatchObject({ LevelName: 'plains', Difficulty: 1, raining: 1 })
  })
})

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
