import type { Argument } from '../framework/argument.ts'
import { readNumber } from './numbers.ts'

const units: Readonly<Record<string, number>> = { '': 1, t: 1, s: 20, d: 24_000 }

/** A duration in ticks, seconds (`s`) or days (`d`); gives ticks. */
export function duration(name: string, least = 0): Argument<number> {
  return {
    name,
    parser: { name: 'minecraft:time', properties: { min: least } },
    read: (reader) => {
      const start = reader.cursor
      const value = readNumber(reader, 'float')
      const unit = units[reader.read(/[^ ]*/)] ?? reader.fail('Invalid unit', start)
      const ticks = Math.round(value * unit)
      if (ticks < least) reader.fail(`The tick count must not be less than ${least}, found ${ticks}`, start)
      return ticks
    },
    suggest: () => [],
  }
}
