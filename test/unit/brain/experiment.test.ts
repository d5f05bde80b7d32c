import { expect, test } from 'vitest'
import type { Belief, BeliefDraft } from '../../../src/core/belief.ts'
import type { Claim } from '../../../src/core/claim.ts'
import type { Goal } from '../../../src/core/goal.ts'
import { revise } from '../../../src/mind/revise.ts'
import { author, plannerView, TRUTH } from './planner-mind.ts'

const goal: Goal = { type: 'have', item: 'cobblestone', count: 1 }
const byHand: Claim = { type: 'tool', block: 'stone', tools: [] }
const claims = [
  ...TRUTH.filter((claim) => claim.type === 'recipe' || (claim.type === 'drop' && claim.block === 'stone')),
  byHand,
]
const percept = { inventory: { oak_planks: 20, stick: 20 } }

test('author() tries a tool of its own accord where a bare hand failed, once nobody is there to ask', async () => {
  const beliefs = disproved([byHand])
  expect(await author(plannerView({ claims, beliefs, percept }), goal)).toMatchObject({ type: 'blocked' })

  const alone = { ...plannerView({ claims, beliefs, percept }), teammates: [] }
  const authored = await author(alone, goal)
  expect(authored).toMatchObject({ type: 'skill' })
  expect(guessedTools(authored)).toHaveLength(1)
})

test('author() guesses another tool after each that failed, until one of them works', async () => {
  const doubted: Claim[] = [byHand]
  const guesses: string[] = []
  while (!guesses.includes('wooden_pickaxe') && guesses.length < 10) {
    const view = { ...plannerView({ claims, beliefs: disproved(doubted), percept }), teammates: [] }
    const tools = guessedTools(await author(view, goal))
    expect(tools).toHaveLength(1)
    expect(guesses).not.toContain(tools[0])
    guesses.push(...tools)
    doubted.push({ type: 'tool', block: 'stone', tools: [...tools] })
  }
  expect(guesses).toContain('wooden_pickaxe')
})

/** The tool that the code takes to the block. */
function guessedTools(authored: Awaited<ReturnType<typeof author>>): readonly string[] {
  if (authored.type === 'blocked') throw new Error(authored.reason)
  const list = /const tools = \[([^\]]*)\]/.exec(authored.draft.source)?.[1] ?? ''
  return [...list.matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '')
}

function disproved(doubted: readonly Claim[]): readonly Belief[] {
  const drafts = doubted.map(
    (claim): BeliefDraft => ({
      kind: 'task',
      sentence: 'Nothing dropped.',
      claim,
      source: { type: 'seen' },
      confidence: 0,
    }),
  )
  let beliefs: readonly Belief[] = []
  for (const [tick, draft] of drafts.entries()) {
    const changed = revise(beliefs, [draft], { tick, agent: 'Ada', innate: claims })
    beliefs = [...new Map([...beliefs, ...changed].map((belief) => [belief.id, belief])).values()]
  }
  return beliefs
}
