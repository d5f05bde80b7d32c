/**
 * A `Date` that takes the present from another clock. Everything else is the original's, and dates of either are instances
 * of both.
 *
 * @param now milliseconds since 1970
 */
export function virtualDate(now: () => number): DateConstructor {
  const Original = globalThis.Date
  function VirtualDate(this: unknown, ...parts: [number?]): Date | string {
    if (new.target === undefined) return new Original(now()).toString()
    return Reflect.construct(Original, parts.length === 0 ? [now()] : parts, new.target)
  }
  const prototype = Object.create(Original.prototype, { constructor: { value: VirtualDate } })
  Object.setPrototypeOf(VirtualDate, Original)
  Object.defineProperties(VirtualDate, {
    prototype: { value: prototype },
    now: { value: now },
    [Symbol.hasInstance]: { value: (value: unknown) => value instanceof Original },
  })
  return VirtualDate as unknown as DateConstructor
}
