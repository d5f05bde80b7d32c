/** Closes a `switch` over a discriminated union: the compiler rejects the call while a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`Reached a case that the types rule out: ${JSON.stringify(value)}.`)
}
