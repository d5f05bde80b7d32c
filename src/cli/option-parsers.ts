import { InvalidArgumentError } from 'commander'
import { type Json, jsonSchema } from '../core/json.ts'

/** Reads a whole number; commander turns the error into a message that names the flag. */
export function wholeNumber(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isSafeInteger(value))
    throw new InvalidArgumentError('It must be a whole number.')
  return value
}

export function positiveNumber(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0) {
    throw new InvalidArgumentError('It must be a number above 0.')
  }
  return value
}

/** A TCP port; 0 stands for any free one. */
export function portNumber(text: string): number {
  const value = wholeNumber(text)
  if (value < 0 || value > 65535) throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return value
}

/** Collects the values of a flag that may be given many times. */
export function collect(value: string, values: readonly string[]): readonly string[] {
  return [...values, value]
}

/** JSON where the text is JSON, such as `3` or `{"x":1,"y":64,"z":2}`; otherwise the text itself, such as `oak_log`. */
export function jsonOrText(text: string): Json {
  try {
    return jsonSchema.parse(JSON.parse(text))
  } catch {
    return text
  }
}
