import type { Brain } from '../core/brain.ts'

/** Has a thought, and lets the time pass that it takes. */
export type Think = <T>(thought: () => Promise<T>) => Promise<T>

/** The brain with every thought of its roles had through `think`. */
export function thinkingBrain(brain: Brain, think: Think): Brain {
  const { proposer, author, judge, describer, reflector, converser, inferrer } = brain
  return {
    proposer: {
      propose: (...given) => think(() => proposer.propose(...given)),
      ...(proposer.price && { price: proposer.price.bind(proposer) }),
    },
    author: { author: (...given) => think(() => author.author(...given)) },
    judge: { judge: (...given) => think(() => judge.judge(...given)) },
    describer: { describe: (...given) => think(() => describer.describe(...given)) },
    reflector: { reflect: (...given) => think(() => reflector.reflect(...given)) },
    converser: {
      ask: (...given) => think(() => converser.ask(...given)),
      answer: (...given) => think(() => converser.answer(...given)),
    },
    inferrer: { infer: (...given) => think(() => inferrer.infer(...given)) },
  }
}
