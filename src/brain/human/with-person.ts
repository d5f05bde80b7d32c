import type { Brain } from '../../core/brain.ts'
import type { Person } from '../../core/person.ts'
import { HumanJudge } from './human-judge.ts'
import { HumanProposer } from './human-proposer.ts'

/** Which roles a person plays (Voyager's manual modes of curriculum and critic). */
export interface PersonRoles {
  readonly person: Person
  readonly curriculum: boolean
  readonly critic: boolean
}

/** The brain with a person in some of its roles; the brain's own roles take over where the person leaves it to them. */
export function withPerson(brain: Brain, roles: PersonRoles | null): Brain {
  if (roles === null) return brain
  const { person, curriculum, critic } = roles
  return {
    ...brain,
    proposer: curriculum ? new HumanProposer(person, brain.proposer) : brain.proposer,
    judge: critic ? new HumanJudge(person, brain.judge) : brain.judge,
  }
}
