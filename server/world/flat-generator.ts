import type { GameRegistry } from '../data/game-registry.ts'
import { Column } from './column.ts'
import type { ColumnGenerator } from './column-generator.ts'
import { MIN_Y, SECTION_SIZE } from './world-bounds.ts'

/** One layer of a flat world. */
export interface FlatLayer {
  readonly block: string
  /** Thickness in blocks. */
  readonly height: number
}

/** A world of even layers, listed from the bottom of the world upwards. */
export function createFlatGenerator(registry: GameRegistry, layers: readonly FlatLayer[]): ColumnGenerator {
  const states = layers.flatMap((layer) => new Array<number>(layer.height).fill(registry.state(layer.block)))
  const template = layeredColumn(states)
  return {
    biome: 'plains',
    spawn: () => ({ x: 0, y: MIN_Y + states.length, z: 0 }),
    column: () => copyOf(template),
  }
}

function layeredColumn(states: readonly number[]): Column {
  const column = new Column()
  for (const [layer, state] of states.entries()) {
    const start = (layer % SECTION_SIZE) << 8
    column.writableSection(layer >> 4).fill(state, start, start + 256)
  }
  column.compact()
  return column
}

function copyOf(template: Column): Column {
  const column = new Column()
  for (const [index, section] of template.sections.entries()) {
    column.sections[index] = typeof section === 'number' ? section : section.slice()
  }
  return column
}
