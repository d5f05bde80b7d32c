import { describe, expect, it } from 'vitest'
import { withPerson } from '../../../../src/brain/human/with-person.ts'
import type { Brain } from '../../../../src/core/brain.ts'
import { exampleAttempt, exampleTask } from '../../../support/examples.ts'
import { plannerView } from '../planner-mind.ts'

const ownProposal = { text: 'own idea', goal: null, proposedBy: 'curriculum' }
const ownVerdict = { success: false, critique: 'own verdict', by: 'brain' as const }
const brain = {
  proposer: { propose: async () => ownProposal },
  judge: { judge: async () => ownVerdict },
} as unknown as Brain

/** A person who gives these answers and nothing else. */
function personWith(...answers: string[]) {
  const questions: string[] = []
  const ask = async (question: string) => {
    questions.push(question)
    const answer = answers.shift()
    if (answer === undefined) throw new Error('The person was asked once too often.')
    return answer
  }
  return { person: { ask }, questions }
}

describe('a person as curriculum', () => {
  const propose = (roles: ReturnType<typeof personWith>) =>
    withPerson(brain, { person: roles.person, curriculum: true, critic: false }).proposer.propose(
      plannerView(),
      null,
    )

  it('gives a goal, or a task in words', async () => {
    expect(await propose(personWith('have 2 stick'))).toEqual({
      text: 'have 2 stick',
      goal: { type: 'have', item: 'stick', count: 2 },
      proposedBy: 'person',
    })
    expect(await propose(personWith(' build a hut '))).toMatchObject({ text: 'build a hut', goal: null })
  })

  it('is asked again with the reason where a goal cannot be read', async () => {
    const roles = personWith('have minus stick', 'have 1 stick')
    expect(await propose(roles)).toMatchObject({ text: 'have 1 stick' })
    expect(roles.questions[0]).toContain('What next?')
    expect(roles.questions[1]).toMatch(/^Cannot read the goal "have minus stick"/)
  })

  it('leaves it to the agent with an empty answer, and ends with stop', async () => {
    expect(await propose(personWith(''))).toBe(ownProposal)
    expect(await propose(personWith('stop'))).toBeNull()
  })
})

describe('a person as critic', () => {
  const judge = (roles: ReturnType<typeof personWith>) =>
    withPerson(brain, { person: roles.person, curriculum: false, critic: true }).judge.judge(
      plannerView(),
      exampleTask({ text: 'build a hut', goal: null }),
      exampleAttempt(),
    )

  it('says yes, no, or what is wrong', async () => {
    expect(await judge(personWith('yes'))).toMatchObject({ success: true })
    expect(await judge(personWith('n'))).toMatchObject({
      success: false,
      critique: 'A person saw that it is not done.',
    })
    const roles = personWith('The roof is missing.')
    expect(await judge(roles)).toMatchObject({ success: false, critique: 'The roof is missing.' })
    expect(roles.questions[0]).toContain('tried "build a hut"')
  })

  it('leaves it to the agent with an empty answer', async () => {
    expect(await judge(personWith(''))).toBe(ownVerdict)
  })
})

it('nobody is asked for roles that no person plays', () => {
  const { person } = personWith()
  expect(withPerson(brain, null)).toBe(brain)
  const changed = withPerson(brain, { person, curriculum: false, critic: false })
  expect([changed.proposer, changed.judge]).toEqual([brain.proposer, brain.judge])
})
