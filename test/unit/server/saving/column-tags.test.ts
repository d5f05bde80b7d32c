import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGameRegistry } from '../../../../server/data/game-registry.ts'
import { minecraftVersionSchema } from '../../../../server/data/minecraft-version.ts'
import { decodeTag, encodeTag } from '../../../../server/saving/binary.ts'
import { ColumnTags } from '../../../../server/saving/column-tags.ts'
import { Column } from '../../../../server/world/column.ts'

const noExtras = { blockEntities: [], blockTicks: [], fluidTicks: [], tick: 77 }

describe.each(minecraftVersionSchema.options)('columns in %s', (version) => {
  const registry = createGameRegistry(version)
  const tags = new ColumnTags(registry, 1234, 'plains')
  const lastState = Math.max(...registry.blocks.map((kind) => kind.maxState))

  function roundTrip(column: Column): Column {
    return tags.read(decodeTag(encodeTag(tags.write(3, -4, column, noExtras))))
  }

  it('come back with every state of every block', () => {
    const column = new Column()
    for (let state = 0; state <= lastState; state++) {
      column.setState(state & 15, -64 + (state >> 8), (state >> 4) & 15, state)
    }
    column.compact()
    expect(roundTrip(column).sections).toEqual(column.sections)
  })

  it('come back with palettes of any size and with their biomes', () => {
    const biomes = fc.array(fc.nat(registry.biomes.length - 1), { minLength: 16, maxLength: 16 })
    const cases = fc.record({ size: fc.integer({ min: 1, max: 4096 }), start: fc.nat(lastState), biomes })
    fc.assert(
      fc.property(cases, ({ size, start, biomes }) => {
        const column = new Column()
        const section = column.writableSection(7)
        section.forEach((_, index) => {
          section[index] = (start + (index % size)) % (lastState + 1)
        })
        column.biomes = Uint16Array.from(biomes.map((index) => registry.biome(registry.biomes[index] ?? '')))
        column.compact()
        const read = roundTrip(column)
        expect(read.sections).toEqual(column.sections)
        const plain = new Uint16Array(16).fill(registry.biome('plains'))
        expect(read.biomes ?? plain).toEqual(column.biomes)
      }),
      { numRuns: 30 },
    )
  })

  it('refuse another version of the format', () => {
    const other = new ColumnTags(registry, 99, 'plains')
    const written = decodeTag(encodeTag(other.write(0, 0, new Column(), noExtras)))
    expect(() => tags.read(written)).toThrow('it is of data version 99, not 1234')
  })
})
