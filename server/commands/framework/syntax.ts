import type { Argument, CommandCall } from './argument.ts'

type Values<Arguments extends readonly Argument<unknown>[]> = {
  [Index in keyof Arguments]: Arguments[Index] extends Argument<infer Value> ? Value : never
}

/** One way to write a command, and what it then does. */
export interface Syntax {
  readonly parts: readonly Argument<unknown>[]
  /** Carries the command out with one value per part and returns the reply; an empty text for none. */
  run(call: CommandCall, values: readonly unknown[]): string
}

/** Ties arguments to a handler that receives their values, typed. */
export function syntax<const Arguments extends readonly Argument<unknown>[]>(
  parts: Arguments,
  run: (call: CommandCall, values: Values<Arguments>) => string,
): Syntax {
  return { parts, run: (call, values) => run(call, values as Values<Arguments>) }
}
