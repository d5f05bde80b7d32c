import type { BeliefDraft } from '../../src/core/belief.ts'
import type { Authored, Brain, Reply } from '../../src/core/brain.ts'
import type { TaskProposal } from '../../src/core/desire.ts'
import type { Message } from '../../src/core/message.ts'

export interface BrainScript {
  readonly proposals?: readonly TaskProposal[]
  readonly authored?: readonly Authored[]
  readonly answer?: (message: Message) => Reply | null
  readonly reflect?: () => readonly BeliefDraft[]
  readonly infer?: (message: Message) => readonly BeliefDraft[]
}

/** A brain that follows a script. It fails on a call that the script does not expect; `unused` tells what was left over. */
export function scriptedBrain(script: BrainScript): Brain & { unused(): number } {
  const proposals = [...(script.proposals ?? [])]
  const authored = [...(script.authored ?? [])]
  return {
    unused: () => proposals.length + authored.length,
    proposer: { propose: async () => proposals.shift() ?? null },
    author: { author: async () => next(authored, 'author') },
    judge: { judge: async () => unexpected('judge') },
    describer: { describe: async (draft) => draft.description },
    reflector: { reflect: async () => script.reflect?.() ?? [] },
    converser: {
      ask: async (_view, partner, task) => ({
        act: 'ask',
        text: `${partner}, ${task.text}?`,
        about: ['clay'],
        claims: [],
      }),
      answer: async (_view, message) => script.answer?.(message) ?? null,
    },
    inferrer: { infer: async (_view, message) => script.infer?.(message) ?? [] },
  }
}

function next<T>(values: T[], role: string): T {
  return values.shift() ?? unexpected(role)
}

function unexpected(role: string): never {
  throw new Error(`The script does not expect a call of the ${role}.`)
}
