import type { MindView } from '../../core/brain.ts'
import type { Message } from '../../core/message.ts'
import { openPromises } from '../../core/promises.ts'

/** Whether the message settles a promise that the agent is waiting for: the items lie in a chest now, or do not come. */
export function endsWaiting({ from, claims }: Message, { agent, beliefs, percept }: MindView): boolean {
  const awaited = openPromises(beliefs, percept.tick).filter((promise) => promise.to === agent)
  return claims.some(
    (claim) =>
      claim.type === 'promise' &&
      claim.agent === from &&
      claim.state !== 'open' &&
      awaited.some(({ agent: giver, item }) => giver === from && item === claim.item),
  )
}

/** Whether the message says what became of something that the agent had promised. */
export function isAboutOwnPromise({ claims }: Message, agent: string): boolean {
  return claims.some((claim) => claim.type === 'promise' && claim.agent === agent)
}
