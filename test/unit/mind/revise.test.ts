import { expect, test } from 'vitest'
import type { BeliefDraft, BeliefSource } from '../../../src/core/belief.ts'
import type { Claim } from '../../../src/core/claim.ts'
import { claimSentence } from '../../../src/core/claim-sentence.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { openQuestions } from '../../../src/mind/open-questions.ts'
import { revise } from '../../../src/mind/revise.ts'
import { NO_REVISION } from '../../../src/mind/revision-rules.ts'
import { exampleBelief, exampleEvidence } from '../../support/memory-examples.ts'
import { draftOf, lifeOf, merged } from './belief-arbitraries.ts'

const byHand: Claim = { type: 'tool', block: 'cobweb', tools: [] }
const byShears: Claim = { type: 'tool', block: 'cobweb', tools: ['shears'] }
const seen: BeliefSource = { type: 'seen' }
const told: BeliefSource = { type: 'told', by: 'Ben', message: 'm1' }

test('revise() counts a witness once, whoever brings its word', () => {
  const wordOf = (path: string[]): BeliefSource => ({
    type: 'told',
    by: path.at(-1) ?? 'Ben',
    message: path.join(),
    grounds: { basis: 'seen', path },
  })
  const [once] = lifeOf([draftOf(byShears, wordOf(['Dan', 'Ben']))])
  const [twice] = lifeOf([
    draftOf(byShears, wordOf(['Dan', 'Ben'])),
    draftOf(byShears, wordOf(['Dan', 'Cleo'])),
  ])
  const [both] = lifeOf([draftOf(byShears, wordOf(['Dan', 'Ben'])), draftOf(byShears, wordOf(['Cleo']))])

  expect(twice?.confidence).toBe(once?.confidence)
  expect(both?.confidence).toBeGreaterThan(once?.confidence ?? 1)
})

test('revise() trusts a partner less whose words the world refuted, and more when they held', () => {
  const other: Claim = { type: 'tool', block: 'snow', tools: ['shears'] }
  const third: Claim = { type: 'tool', block: 'cake', tools: ['shears'] }
  const confidenceAfter = (drafts: readonly BeliefDraft[]) =>
    lifeOf([draftOf(byShears, told), ...drafts]).find(({ claim }) => claim === byShears)?.confidence ?? 0
  const liar = confidenceAfter([draftOf(other, told), draftOf(other, seen, 0)])
  const plain = confidenceAfter([draftOf(other, told)])
  const honest = confidenceAfter([draftOf(other, told), draftOf(other, seen)])
  expect(liar).toBeLessThan(plain)
  expect(plain).toBeLessThan(honest)

  // Twice wrong, its word no longer stands against what one always thought.
  const lies = [other, third].flatMap((claim) => [draftOf(claim, told), draftOf(claim, seen, 0)])
  const after = createKnowledge([byHand], lifeOf([...lies, draftOf(byShears, told)], [byHand]))
  expect(after.toolFor('cobweb')).toEqual(byHand)
})

test('revise() believes an old conviction again when what replaced it turns out to be false', () => {
  const beliefs = lifeOf([draftOf(byShears, told), draftOf(byShears, seen, 0)], [byHand])

  expect(beliefs.map(({ claim, status }) => [claim, status])).toContainEqual([byHand, 'held'])
  expect(createKnowledge([byHand], beliefs).toolFor('cobweb')).toEqual(byHand)
})

test('revise() keeps a contradiction between equals open until the world decides it', () => {
  const bySword: Claim = { type: 'tool', block: 'cobweb', tools: ['iron_sword'] }
  const cleo: BeliefSource = { type: 'told', by: 'Cleo', message: 'm2' }
  const undecided = [draftOf(byShears, told), draftOf(bySword, cleo)]
  const open = lifeOf(undecided)
  expect(open.map(({ status }) => status)).toEqual(['held', 'open'])
  expect(openQuestions(open)).toEqual([
    { subject: 'tool:cobweb', held: byShears, open: [bySword], trial: expect.stringContaining('iron sword') },
  ])
  const decided = lifeOf([...undecided, draftOf(bySword, seen)])
  expect(decided.map(({ status }) => status)).toEqual(['refuted', 'held'])
  const disproved = lifeOf([...undecided, draftOf(byShears, seen, 0)])
  expect(disproved.map(({ status }) => status)).toEqual(['refuted', 'held'])
})

test('revise() does not count the earlier word of someone who has since said otherwise', () => {
  const beliefs = lifeOf([draftOf(byShears, told), draftOf(byHand, { ...told, message: 'm2' })])
  expect(beliefs.map(({ claim, status }) => [claim, status])).toEqual([
    [byShears, 'refuted'],
    [byHand, 'held'],
  ])
})

test('revise() without revision keeps what was known from the start and learns nothing of how the world works', () => {
  const chest: Claim = { type: 'place', what: 'chest', position: { x: 1, y: 2, z: 3 } }
  const occasion = { tick: 3, agent: 'Ada', innate: [byHand] }
  const drafts = [draftOf(byShears, seen), draftOf(byHand, seen, 0), draftOf(byShears, told)]
  expect(revise([], drafts, occasion, NO_REVISION)).toEqual([])
  expect(revise([], [draftOf(chest, seen)], occasion, NO_REVISION)).toHaveLength(1)
  const planted = { ...occasion, innate: [chest] }
  expect(revise([], [draftOf(chest, seen, 0)], planted, NO_REVISION)).toEqual([])
  expect(revise([], [draftOf(chest, seen, 0)], planted)[0]).toMatchObject({ status: 'refuted' })
})

test('revise() goes on from beliefs that came without evidence', () => {
  const old = exampleBelief({ id: 'Ada-belief-1', claim: byHand, source: seen, evidence: [] })
  const changed = revise([old], [draftOf(byShears, told)], { tick: 9, agent: 'Ada', innate: [] })
  expect(changed).toEqual([expect.objectContaining({ claim: byShears, status: 'refuted' })])
})

test('revise() lets what was told override what was always thought, and names the winner', () => {
  const [winner, loser] = lifeOf([draftOf(byShears, told)], [byHand])

  expect(loser).toMatchObject({ claim: byHand, status: 'refuted', source: { type: 'innate' } })
  expect(loser?.evidence).toContainEqual(
    expect.objectContaining({ supports: false, sentence: claimSentence(byShears) }),
  )
  expect(winner).toMatchObject({ claim: byShears, status: 'held' })
})

test('revise() keeps what was seen against what is told', () => {
  const beliefs = lifeOf([draftOf(byHand, seen), draftOf(byShears, told)])

  expect(beliefs.map(({ claim, status }) => [claim, status])).toEqual([
    [byHand, 'held'],
    [byShears, 'refuted'],
  ])
})

test('revise() with a doubt takes an innate claim out of knowledge, and hearsay does not bring it back', () => {
  const doubt = { ...draftOf(byHand, seen, 0), sentence: 'The cobweb broke and nothing dropped.' }
  const beliefs = lifeOf([doubt, draftOf(byHand, told)], [byHand])

  expect(createKnowledge([byHand], []).toolFor('cobweb')).toEqual(byHand)
  expect(createKnowledge([byHand], beliefs).toolFor('cobweb')).toBeNull()
  expect(beliefs[0]?.evidence).toContainEqual(
    exampleEvidence({ sentence: 'The cobweb broke and nothing dropped.', tick: 0 }),
  )
})

test('revise() grows surer with each source that says the same, and not with one that repeats itself', () => {
  const once = lifeOf([draftOf(byShears, told)])[0]
  const again = lifeOf([draftOf(byShears, told), draftOf(byShears, { ...told, message: 'm3' })])[0]
  const other: BeliefSource = { type: 'told', by: 'Cleo', message: 'm2' }
  const both = lifeOf([draftOf(byShears, told), draftOf(byShears, other)])[0]

  expect(again).toEqual(once)
  expect(both?.confidence).toBeGreaterThan(once?.confidence ?? 1)
  expect(both?.evidence.map(({ source }) => source)).toEqual([told, other])
})

test('revise() lets the newer look at a place replace the older one without a trace', () => {
  const at = { x: 1, y: 2, z: 3 }
  const chest: Claim = { type: 'place', what: 'chest', position: at }
  const barrel: Claim = { type: 'place', what: 'barrel', position: at }
  const beliefs = lifeOf([draftOf(chest, seen), draftOf(barrel, seen)])

  expect(beliefs).toHaveLength(1)
  expect(createKnowledge([], beliefs).placesOf('barrel')).toEqual([barrel])
})

test('revise() lets a fresh word about something that passes replace an older look, not one of the same moment', () => {
  const sees: Claim = { type: 'holds', agent: 'Ben', item: 'stick', count: 3 }
  const says: Claim = { ...sees, count: 0 }
  const seenAt0 = revise([], [draftOf(sees, seen)], { tick: 0, agent: 'Ada', innate: [] })
  const saidAt = (tick: number) =>
    merged(seenAt0, revise(seenAt0, [draftOf(says, told)], { tick, agent: 'Ada', innate: [] }))
  expect(saidAt(1)[0]?.claim).toEqual(sees)
  expect(saidAt(1200)[0]).toMatchObject({ claim: says, status: 'held', source: told })
})

test('revise() gives up what a partner denies, unless the world showed it or the partner is often wrong', () => {
  const burns: Claim = { type: 'fuel', item: 'cobblestone', smelts: 80 }
  const other: Claim = { type: 'tool', block: 'snow', tools: ['shears'] }
  const third: Claim = { type: 'tool', block: 'cake', tools: ['shears'] }
  const denied = draftOf(burns, told, 0)
  const fuelsAfter = (drafts: readonly BeliefDraft[]) =>
    createKnowledge([burns], lifeOf(drafts, [burns])).fuels()

  expect(fuelsAfter([denied])).toEqual([])
  expect(fuelsAfter([draftOf(burns, seen), denied])).toEqual([burns])
  const lies = [other, third].flatMap((claim) => [draftOf(claim, told), draftOf(claim, seen, 0)])
  expect(fuelsAfter([...lies, denied])).toEqual([burns])
  // Who denies what it said before has taken its word back, and the other way round.
  expect(lifeOf([draftOf(burns, told), denied]).map(({ status }) => status)).toEqual(['refuted'])
  expect(fuelsAfter([denied, draftOf(burns, told)])).toEqual([burns])
})
