import type { Column, ColumnClass, ColumnOptions } from './column.ts'
import { copyNumbers } from './packed-numbers.ts'

/**
 * The library's columns, where empty ones are copies of one that the library has made: for each it looks at all blocks of the
 * game. They have their sections in common: who changes blocks of a column gives it a section of its own before.
 */
export function copyEmptyColumns(Original: ColumnClass): ColumnClass {
  const empty = new Map<string, Column>()
  function EmptyColumn(this: Column, options: ColumnOptions = {}): Column {
    const { minY, worldHeight, ...parts } = options
    if (Object.keys(parts).length > 0) return Reflect.construct(Original, [options], new.target)
    const key = `${minY},${worldHeight}`
    const known = empty.get(key) ?? new Original(options)
    empty.set(key, known)
    return Object.assign(this, copyOfEmpty(known))
  }
  EmptyColumn.prototype = Original.prototype
  return Object.setPrototypeOf(EmptyColumn, Original)
}

function copyOfEmpty(column: Column): Partial<Column> {
  return {
    ...column,
    sections: [...column.sections],
    biomes: [...column.biomes],
    skyLightSections: [...column.skyLightSections],
    skyLightMask: copyNumbers(column.skyLightMask),
    emptySkyLightMask: copyNumbers(column.emptySkyLightMask),
    blockLightSections: [...column.blockLightSections],
    blockLightMask: copyNumbers(column.blockLightMask),
    emptyBlockLightMask: copyNumbers(column.emptyBlockLightMask),
    blockEntities: {},
  }
}
