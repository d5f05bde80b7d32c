import { afterEach, expect, test } from 'vitest'
import { expectAgreement, truth } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

/** In ticks: some hours of play. */
const LIMIT = 200_000
const WALL_LIMIT_MS = 900_000
/** Seeds of the whole quest, such as `QUEST_SEEDS=1,3`: it takes a minute of computing each, so it is run on demand. */
const questSeeds = (process.env.QUEST_SEEDS ?? '')
  .split(',')
  .filter((seed) => seed !== '')
  .map(Number)

let harness: ServerHarness
afterEach(() => harness.close())

async function play(seed: number, part: 'settle' | 'runQuest') {
  harness = await startHarness({ world: 'continents', seed, viewDistance: 4 })
  const bot = await harness.join('Ada')
  const { withAct } = await import('../../support/quest/quester.ts')
  const quest = await import('../../support/quest/quest.ts')
  const steps: string[] = []
  const log = (step: string) => steps.push(`${step} after ${harness.clock.tick()} ticks`)
  const work = withAct(bot, harness.clock, LIMIT, async (act) => {
    await quest[part](act, log)
  })
  await harness.run(work).catch((error) => {
    throw new Error(`Seed ${seed}, after ${steps.join(', ')}: ${error}`, { cause: error })
  })
  expectAgreement(harness, bot)
  expect(harness.problems).toEqual([])
  return truth(harness, bot)
}

test('a bot settles on the continents: stone tools, a furnace, meat, wool and a sown field', {
  timeout: WALL_LIMIT_MS,
}, async () => {
  const carried = await play(1, 'settle')
  expect(carried.stone_pickaxe).toBeGreaterThan(0)
  expect(carried.furnace).toBe(1)
  const meat = ['beef', 'porkchop', 'mutton', 'chicken'].reduce((sum, name) => sum + (carried[name] ?? 0), 0)
  expect(meat).toBeGreaterThan(2)
  expect(Object.entries(carried).some(([name, count]) => name.endsWith('_wool') && count >= 3)).toBe(true)
})

for (const seed of questSeeds) {
  test(`with seed ${seed} a bot goes from empty hands to all of the quest`, {
    timeout: WALL_LIMIT_MS,
  }, async () => {
    const carried = await play(seed, 'runQuest')
    expect(carried).toMatchObject({
      diamond_pickaxe: 1,
      iron_helmet: 1,
      iron_chestplate: 1,
      iron_leggings: 1,
      iron_boots: 1,
      lava_bucket: 1,
      compass: 1,
    })
    const names = Object.keys(carried)
    expect(names).toContain('bread')
    expect(names.some((name) => name.endsWith('_bed'))).toBe(true)
    expect(names.some((name) => /^cooked_(beef|porkchop|mutton|chicken)$/.test(name))).toBe(true)
  })
}
