import { describe, expect, it } from 'vitest'
import { EntryIndex, type MemoryEntry } from '../../../../src/memory/recall/entry-index.ts'
import { encodeVector } from '../../../../src/memory/recall/vector-codes.ts'

const [EAST, NORTH] = [encodeVector(Float32Array.of(1, 0)), encodeVector(Float32Array.of(0, 1))]

const entry = (key: string, fields: Partial<MemoryEntry> = {}): MemoryEntry => ({
  ...{ key, text: '', meaning: 'east', marks: [], tick: 0 },
  ...fields,
})

function indexOf(...entries: readonly MemoryEntry[]): EntryIndex {
  const index = new EntryIndex()
  for (const one of entries) index.set(one)
  index.learn('east', EAST)
  return index
}

const search = (index: EntryIndex, vector: typeof EAST | null, marks: readonly string[] = [], limit = 5) =>
  index.search({ text: '', vector, marks, tick: 100 }, limit)

describe('EntryIndex', () => {
  it('wants vectors of meanings that are in use, each once', () => {
    const index = indexOf(entry('a'))
    for (const key of ['b', 'c']) index.set(entry(key, { meaning: 'north' }))
    expect(index.missing()).toEqual(['north'])
    index.remove('b')
    expect(index.missing()).toEqual(['north'])
    index.remove('c')
    expect(index.missing()).toEqual([])
  })

  it('finds an entry whose meaning has changed by the new one alone', () => {
    const index = indexOf(entry('a'), entry('b'))
    index.set(entry('a', { meaning: 'north' }))
    index.learn('north', NORTH)
    expect([search(index, EAST), search(index, NORTH)]).toEqual([['b'], ['a']])
    index.set(entry('a', { meaning: 'north', tick: 9 }))
    expect(search(index, NORTH)).toEqual(['a'])
  })

  it('looks at the newest of many that mean the same', () => {
    const index = indexOf(...Array.from({ length: 40 }, (_, tick) => entry(`e${tick}`, { tick })))
    expect(search(index, EAST, [], 3)).toEqual(['e39', 'e38', 'e37'])
  })

  it('finds nothing by circumstances alone', () => {
    const index = indexOf(entry('a', { marks: ['biome:forest'] }), entry('b'))
    expect(search(index, null, ['biome:forest'])).toEqual([])
    expect(search(index, EAST, ['biome:forest'])).toEqual(['a', 'b'])
  })
})
