import type { Json } from '../../core/json.ts'

/** What a successful act reports. */
export interface Done {
  readonly message: string
  readonly value: Json
}

export function done(message: string, value: Json = null): Done {
  return { message, value }
}
