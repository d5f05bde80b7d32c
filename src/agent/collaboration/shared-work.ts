import type { Message } from '../../core/message.ts'
import type { Part } from '../../mind/team-parts.ts'

/** The parts of the team's goal that an agent is at, and whether somebody else has done one of them meanwhile. */
export class SharedWork {
  #parts: ReadonlySet<string> = new Set()
  #isOvertaken = false

  turnTo(parts: readonly Part[]): void {
    this.#parts = new Set(parts.map(({ name }) => name))
  }

  /** Whether the message says that one of the parts is done. */
  hear({ from, claims }: Message): boolean {
    const isNews = claims.some(
      (claim) =>
        claim.type === 'part' &&
        claim.agent === from &&
        claim.state === 'done' &&
        this.#parts.has(claim.part),
    )
    this.#isOvertaken ||= isNews
    return isNews
  }

  /** Whether anything was heard since the last call that makes some of the work needless. */
  takeOvertaken(): boolean {
    const wasOvertaken = this.#isOvertaken
    this.#isOvertaken = false
    return wasOvertaken
  }
}
