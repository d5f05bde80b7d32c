import { afterAll, describe, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { findEpisode, loadStudy, type Study } from '../../../src/cli/study-file.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import type { TeamFile } from '../../../src/cli/team-schema.ts'
import { stepStory } from '../../../src/cli/why/step-story.ts'
import { type Claim, claimKey, type RecipeClaim } from '../../../src/core/claim.ts'
import { burnTicks } from '../../../src/core/fuel-table.ts'
import { createRandom } from '../../../src/core/random.ts'
import { innateClaims } from '../../../src/mind/innate-knowledge.ts'
import { findStep } from '../../../src/record/step-account.ts'
import type { EpisodeMeasures } from '../../../src/study/episode-measures.ts'
import { measureEpisode } from '../../../src/study/measure-episode.ts'
import { type SimulatedRun, simulateTeam } from '../../support/simulated-team.ts'

const clock = installVirtualClock()
afterAll(() => clock.uninstall())

/** All that these tasks need lies near, and worlds are made anew for each episode. */
const near = { viewDistance: 3 }

const planted = loadStudy('false-beliefs')

test('at least 20 false beliefs and gaps are shipped, of both sorts, each with the task that it breaks', () => {
  const sorts = (planted.file.tasks ?? []).map(({ refutedBy }) => refutedBy)
  expect(sorts.length).toBeGreaterThanOrEqual(20)
  expect(new Set(sorts)).toEqual(new Set(['acting', 'telling']))
})

describe('a belief that acting on it refutes', () => {
  test('is given up alone, sooner with an expert, and never with revision off', async () => {
    const alone = await play(planted, 'stone-by-hand/alone/1')
    const told = await play(planted, 'stone-by-hand/with-expert/1')
    const unrevised = await play(planted, 'stone-by-hand/alone-unrevised/1')

    expect([alone.reached, told.reached, unrevised.reached]).toEqual([true, true, false])
    expect(told.attempts).toBeLessThan(alone.attempts)
    expect(why(alone.run, 'Ben')).toMatch(
      /Given up: "A bare hand is enough to get something from stone\." .*\n +refuted by mineBlock\("stone", 1\) at tick \d+ in attempt Ben-1-1/,
    )
  })

  test('gives way to what is known beside it', async () => {
    const alone = await play(planted, 'torch-of-stick/alone/1')

    expect(alone.reached).toBe(true)
    expect(why(alone.run, 'Ben')).toMatch(/Given up: "1 stick make 4 torch\."[^\n]*\n +refuted by craftItem/)
    expect((await play(planted, 'torch-of-stick/alone-unrevised/1')).reached).toBe(false)
  })

  test('is put right before it is acted on where somebody hears of the plan', async () => {
    const told = await play(planted, 'stone-burns/with-expert/1')

    expect([told.reached, told.attempts]).toEqual([true, 1])
    expect(why(told.run, 'Ben')).toMatch(/Given up: "One cobblestone as fuel smelts 80 items\."/)
    expect((await play(planted, 'stone-burns/with-expert-unrevised/1')).reached).toBe(false)
  })
})

test('who is believed to have what it has not is asked, and then it is got in another way', async () => {
  expect((await play(planted, 'partner-has-none/alone/1')).reached).toBe(true)
  expect((await play(planted, 'partner-has-none/with-expert-unrevised/1')).reached).toBe(false)
})

test('who finds no chest where it should be gives up the belief and gets the thing in another way', async () => {
  const alone = await play(planted, 'chest-was-moved/alone/1')
  const told = await play(planted, 'chest-was-moved/with-expert/1')

  expect([alone.reached, told.reached]).toEqual([true, true])
  expect(told.attempts).toBeLessThan(alone.attempts)
  expect(why(alone.run, 'Ben')).toMatch(
    /Given up: "The chest at \(0, -60, 12\) holds 16 cobblestone\."[^\n]*\n +refuted by getItemFromChest\(/,
  )
  expect((await play(planted, 'chest-was-moved/alone-unrevised/1')).reached).toBe(false)
})

test.each(['dirt-needs-shovel', 'no-idea-of-bread'])(
  'a belief that keeps from trying (%s) is never given up alone, but where somebody says so',
  async (task) => {
    expect((await play(planted, `${task}/alone/1`)).reached).toBe(false)
    expect((await play(planted, `${task}/with-expert/1`)).reached).toBe(true)
    expect((await play(planted, `${task}/with-expert-unrevised/1`)).reached).toBe(false)
  },
)

describe('two novices with complementary gaps', () => {
  const gaps = loadStudy('complementary-gaps')
  const reached = async (id: string) => (await play(gaps, id)).run.result.reached

  test.each((gaps.file.tasks ?? []).map(({ name }) => name))('succeed together (%s)', async (task) => {
    expect(await reached(`${task}/together/1`)).toBe(true)
  })

  test('fail apart', async () => {
    for (const condition of ['together-silent', 'ada-alone', 'ben-alone']) {
      expect(await reached(`bowl-and-ladder/${condition}/1`), condition).toBe(false)
    }
  })
})

const RANDOM_GAPS = 6
const RANDOM_FUELS = 4
const book = innateClaims('1.21.4')
const recipes = book.filter(isSimpleRecipe)

test('six gaps drawn at random from the game data behave the same', { timeout: 300_000 }, async () => {
  const random = createRandom('gaps')
  for (let drawn = 0; drawn < RANDOM_GAPS; drawn++) {
    const recipe = random.pick(recipes)
    const reached = async (team: TeamFile) =>
      (await simulateTeam(team, clock, near)).entries.some(isReachedByBen)
    expect(await reached(gapTeam(recipe, { expert: false, revision: true })), recipe.item).toBe(false)
    expect(await reached(gapTeam(recipe, { expert: true, revision: true })), recipe.item).toBe(true)
    expect(await reached(gapTeam(recipe, { expert: true, revision: false })), recipe.item).toBe(false)
  }
})

test('so do four false fuels, which trying them refutes', { timeout: 300_000 }, async () => {
  const random = createRandom('false fuels')
  const inert = recipes.map(({ item }) => item).filter((item) => burnTicks(item) === null)
  const smeltings = book.filter((claim) => claim.type === 'smelting')
  for (let drawn = 0; drawn < RANDOM_FUELS; drawn++) {
    const { item, from } = random.pick(smeltings)
    const useless = random.pick(inert.filter((name) => name !== item && name !== from))
    const measured = async (condition: Condition) => {
      const { entries } = await simulateTeam(falseFuelTeam(item, from, useless, condition), clock, near)
      return measureEpisode(entries, ['Ben'])
    }
    const alone = await measured({ expert: false, revision: true })
    const told = await measured({ expert: true, revision: true })
    expect([alone.reached, told.reached], `${useless} for ${from}`).toEqual([true, true])
    expect(told.attempts, `${useless} for ${from}`).toBeLessThan(alone.attempts)
    const unrevised = await measured({ expert: true, revision: false })
    expect(unrevised.reached, `${useless} for ${from}`).toBe(false)
  }
})

function isReachedByBen({ agent, event }: SimulatedRun['entries'][number]): boolean {
  return agent === 'Ben' && event.type === 'agent-finished' && event.reached
}

/** Few things of few kinds, so that they fit into an inventory, and none that is a copy of itself. */
function isSimpleRecipe(claim: Claim): claim is RecipeClaim {
  if (claim.type !== 'recipe' || claim.item in claim.ingredients) return false
  return claim.makes <= 16 && Object.keys(claim.ingredients).length <= 3
}

interface Condition {
  readonly expert: boolean
  readonly revision: boolean
}

function gapTeam({ item, ingredients }: RecipeClaim, condition: Condition): TeamFile {
  return teamFor(item, { knowledge: { knows: [] }, inventory: ingredients }, condition)
}

/** Ben thinks that something burns that does not, and longer than what he has besides. */
function falseFuelTeam(item: string, from: string, useless: string, condition: Condition): TeamFile {
  const believes = [{ type: 'fuel', item: useless, smelts: 80 }]
  const inventory = { [useless]: 2, [from]: 1, coal: 2 }
  return teamFor(item, { knowledge: { base: 'expert', believes }, inventory }, condition)
}

function teamFor(item: string, believer: object, { expert, revision }: Condition): TeamFile {
  const ada = { name: 'Ada', knowledge: 'expert', inventory: { feather: 1, [item]: 1 } }
  const ben = { name: 'Ben', ...believer, faculties: { revision } }
  const agents = expert ? [ada, ben] : [ben]
  const file = { world: 'sampler', goal: `have 1 ${item}`, until: 'all', limits: { minutes: 4 }, agents }
  return parseTeamFile(JSON.stringify(file), 'team.json')
}

async function play(study: Study, id: string): Promise<EpisodeMeasures & { readonly run: SimulatedRun }> {
  const run = await simulateTeam(study.teamOf(findEpisode(study, id)), clock, near)
  return { ...measureEpisode(run.entries, study.file.subjects), run }
}

/** What `kithcraft why` says of the agent's first steps: what is believed of places from the start enters in one of its own. */
function why({ entries, minds }: SimulatedRun, agent: string): string {
  const innate = minds.find((mind) => mind.agent === agent)?.innate ?? []
  const claims = new Map(innate.map((claim) => [claimKey(claim), claim]))
  const stories = [1, 2, 3].flatMap((step) => {
    const { account } = findStep(entries, agent, step)
    return account === null ? [] : stepStory(account, claims)
  })
  if (stories.length === 0) throw new Error(`${agent} has made no step.`)
  return stories.join('\n')
}
