import type { RememberedPlace } from '../../core/body.ts'
import type { Clock } from '../../core/clock.ts'
import type { Json } from '../../core/json.ts'
import type { BookKnowledge } from '../knowledge/book-knowledge.ts'
import type { Bot } from '../mineflayer-library.ts'
import type { BlockSearches } from '../reads/block-searches.ts'
import { type ParameterShape, type ParameterValues, parseParameters } from './method-parameters.ts'

/** What reads look at. */
export interface ReadSource {
  readonly bot: Bot
  readonly clock: Clock
  readonly knowledge: BookKnowledge
  readonly searches: BlockSearches
  /** What the agent remembers of where things are. */
  readonly places: readonly RememberedPlace[]
}

/** Something that skill code can look at, answered at once. @throws ArgumentError when the parameters are wrong */
export type ReadMethod = (method: string, source: ReadSource, values: readonly Json[]) => Json

export function readMethod<Shape extends ParameterShape>(
  parameters: Shape,
  read: (source: ReadSource, values: ParameterValues<Shape>) => Json,
): ReadMethod {
  return (method, source, values) => read(source, parseParameters(method, parameters, values))
}
