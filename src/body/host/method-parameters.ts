import * as z from 'zod'
import type { Json } from '../../core/json.ts'
import { ArgumentError } from '../acting/act-failure.ts'

/** Named parameters in the order in which they are given, each with the schema that checks it. */
export type ParameterShape = Readonly<Record<string, z.ZodType>>

export type ParameterValues<Shape extends ParameterShape> = z.infer<z.ZodObject<Shape>>

/**
 * Turns the list of values that skill code gave into named, checked ones. Null stands for a parameter left out.
 *
 * @throws ArgumentError that names the method, the parameter and what it should be
 */
export function parseParameters<Shape extends ParameterShape>(
  method: string,
  shape: Shape,
  values: readonly Json[],
): ParameterValues<Shape> {
  const names = Object.keys(shape)
  if (values.length > names.length && values.slice(names.length).some((value) => value !== null)) {
    throw new ArgumentError(
      `${signature(method, names)} takes ${names.length} parameter(s), not ${values.length}.`,
    )
  }
  const given = names.flatMap((name, index) => {
    const value = values[index]
    return value === undefined || value === null ? [] : [[name, value] as const]
  })
  const parsed = z.strictObject(shape).safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data as ParameterValues<Shape>
  const [issue] = parsed.error.issues
  const path = issue?.path.join('.') ?? ''
  const value = JSON.stringify(Object.fromEntries(given)[String(issue?.path[0])] ?? null)
  throw new ArgumentError(
    `${signature(method, names)}: parameter "${path}" is ${value}: ${issue?.message ?? 'wrong'}.`,
  )
}

function signature(method: string, names: readonly string[]): string {
  return `${method}(${names.join(', ')})`
}
