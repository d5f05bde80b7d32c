import type { Json } from '../../core/json.ts'
import type { Act } from '../acting/act.ts'
import type { Done } from '../acting/done.ts'
import { type ParameterShape, type ParameterValues, parseParameters } from './method-parameters.ts'

/** Something that skill code can have the body do. */
export interface ActMethod {
  /** Whether it moves the bot: one such act runs at a time. */
  readonly moves: boolean
  /** A control primitive: the eleventh failure of it in an attempt rejects. */
  readonly isPrimitive: boolean
  /**
   * Checks the parameters and gets the act ready.
   *
   * @throws ArgumentError when they are wrong
   */
  prepare(method: string, values: readonly Json[]): PreparedAct
}

export interface PreparedAct {
  readonly deadlineTicks: number
  run(act: Act): Promise<Done>
}

interface ActDefinition<Shape extends ParameterShape> {
  readonly parameters: Shape
  readonly moves?: boolean
  readonly isPrimitive?: boolean
  readonly deadlineTicks: number | ((values: ParameterValues<Shape>) => number)
  run(act: Act, values: ParameterValues<Shape>): Promise<Done>
}

export function actMethod<Shape extends ParameterShape>(definition: ActDefinition<Shape>): ActMethod {
  const { parameters, moves = false, isPrimitive = false, deadlineTicks, run } = definition
  return {
    moves,
    isPrimitive,
    prepare: (method, given) => {
      const values = parseParameters(method, parameters, given)
      return {
        deadlineTicks: typeof deadlineTicks === 'number' ? deadlineTicks : deadlineTicks(values),
        run: (act) => run(act, values),
      }
    },
  }
}
