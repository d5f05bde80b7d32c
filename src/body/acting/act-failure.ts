import type { Json } from '../../core/json.ts'
import type { FailureCode } from '../../core/primitive-result.ts'

/** Ends an act with a soft failure. Thrown inside the body only: every act turns it into its result. */
export class ActFailure extends Error {
  override readonly name = 'ActFailure'
  readonly code: FailureCode
  /** What was done and seen for all that; null where that says nothing. */
  readonly value: Json

  constructor(code: FailureCode, message: string, value: Json = null) {
    super(message)
    this.code = code
    this.value = value
  }
}

/** The skill called a method with something that it does not take: its call rejects, as a wrong call of a function does. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError'
}
