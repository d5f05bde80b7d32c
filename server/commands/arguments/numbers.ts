import type { Argument } from '../framework/argument.ts'
import type { CommandReader } from '../framework/command-reader.ts'

const LARGEST_INTEGER = 2_147_483_647

export interface NumberRange {
  readonly least?: number
  readonly most?: number
}

/** A whole number of 32 bits. */
export function integer(name: string, range: NumberRange = {}): Argument<number> {
  const { least = -LARGEST_INTEGER - 1, most = LARGEST_INTEGER } = range
  return {
    name,
    parser: {
      name: 'brigadier:integer',
      properties: { flags: { min_present: 1, max_present: 1 }, min: least, max: most },
    },
    read: (reader) => {
      const start = reader.cursor
      const value = readNumber(reader, 'integer')
      const fits = Number.isInteger(value) && Math.abs(value) <= LARGEST_INTEGER
      if (!fits) reader.fail(`Invalid integer '${reader.text.slice(start, reader.cursor)}'`, start)
      return inRange(reader, { kind: 'Integer', value, start, least, most })
    },
    suggest: () => [],
  }
}

/** A number with a fraction. */
export function float(name: string, range: NumberRange = {}): Argument<number> {
  const { least = -Number.MAX_VALUE, most = Number.MAX_VALUE } = range
  return {
    name,
    parser: { name: 'brigadier:double', properties: { flags: { min_present: 0, max_present: 0 } } },
    read: (reader) => {
      const start = reader.cursor
      return inRange(reader, { kind: 'Float', value: readNumber(reader, 'float'), start, least, most })
    },
    suggest: () => [],
  }
}

/** Reads digits, points and signs as Brigadier does. */
export function readNumber(reader: CommandReader, kind: 'integer' | 'float' | 'double'): number {
  const start = reader.cursor
  const digits = reader.read(/[\d.-]*/)
  if (digits === '') reader.fail(`Expected ${kind}`, start)
  const value = Number(digits)
  if (Number.isNaN(value)) reader.fail(`Invalid ${kind} '${digits}'`, start)
  return value
}

interface CheckedNumber {
  readonly kind: 'Integer' | 'Float'
  readonly value: number
  readonly start: number
  readonly least: number
  readonly most: number
}

function inRange(reader: CommandReader, { kind, value, start, least, most }: CheckedNumber): number {
  if (value < least) reader.fail(`${kind} must not be less than ${least}, found ${value}`, start)
  if (value > most) reader.fail(`${kind} must not be more than ${most}, found ${value}`, start)
  return value
}
