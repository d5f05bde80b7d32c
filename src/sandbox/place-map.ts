import type MagicString from 'magic-string'

/** A place in source text; line and column count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Finds the author's place for a place in the woven code; null when there is none. */
export type PlaceMap = (place: Place) => Place | null

/** Computes the map when it is first asked for: most runs never fail. */
export function createPlaceMap(edited: MagicString): PlaceMap {
  let lines: Mappings | null = null
  return ({ line, column }) => {
    lines ??= edited.generateDecodedMap({ hires: true }).mappings as Mappings
    const segments = lines[line - 1] ?? []
    const before = segments.filter(([generated]) => generated <= column - 1).at(-1) ?? segments[0]
    const [, , originalLine, originalColumn] = before ?? []
    if (originalLine === undefined || originalColumn === undefined) return null
    return { line: originalLine + 1, column: originalColumn + 1 }
  }
}

/** Per line of woven code: its column, source index, and the author's line and column, all from 0. */
type Mappings = readonly (readonly (readonly [number, number?, number?, number?])[])[]
