import { describe, expect, it } from 'vitest'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { documentBeliefs } from '../../../src/mind/document-beliefs.ts'
import { gameNames } from '../../../src/mind/game-names.ts'
import { revise } from '../../../src/mind/revise.ts'

const names = gameNames('1.21.4')
const read = (text: string) => documentBeliefs({ name: 'guide.md', text }, names)

const GUIDE = `# Mining

Stone drops cobblestone. Mining stone needs a wooden pickaxe or better.

## Manners ##
Fill holes that you dig.
Leave trees
standing.

- To craft a torch you need 1 coal and 1 stick.
- Torches burn for ever.
`

describe('documentBeliefs()', () => {
  it('turns what can be read into claims, with document and line', () => {
    const claims = read(GUIDE).filter(({ claim }) => claim !== null)
    expect(
      claims.map(({ claim, source }) => [claim?.type, source.type === 'told' && source.message]),
    ).toEqual([
      ['drop', 'guide.md:3'],
      ['tool', 'guide.md:3'],
      ['recipe', 'guide.md:10'],
    ])
  })

  it('keeps the rest as passages under their headings', () => {
    const passages = read(GUIDE).filter(({ claim }) => claim === null)
    expect(passages.map(({ sentence }) => sentence)).toEqual([
      'Mining, Manners: Fill holes that you dig. Leave trees standing.',
      'Mining, Manners: - To craft a torch you need 1 coal and 1 stick.\n- Torches burn for ever.',
    ])
  })

  it('leaves the headings of a chapter behind when the next one begins', () => {
    const text = '# Mining\n## Manners\nFill holes.\n# Trees\nLeave some.'
    expect(read(text).map(({ sentence }) => sentence)).toEqual([
      'Mining, Manners: Fill holes.',
      'Trees: Leave some.',
    ])
  })

  it('cuts long passages at the ends of sentences, and what has none anywhere', () => {
    const sentence = `${'word '.repeat(40).trim()}.`
    const pieces = read(Array(8).fill(sentence).join(' ')).map((belief) => belief.sentence)
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.every((piece) => piece.length <= 600 && piece.endsWith('.'))).toBe(true)
    expect(pieces.join(' ')).toBe(Array(8).fill(sentence).join(' '))
    expect(read('x'.repeat(1500)).map((belief) => belief.sentence.length)).toEqual([600, 600, 300])
  })

  it('says nothing for an empty text', () => {
    expect(read('\n# Only a heading\n\n')).toEqual([])
  })

  it('teaches an agent that knows nothing, and gives way to what the agent sees', () => {
    const occasion = { tick: 0, agent: 'Ada', innate: [], issued: 0 }
    const believed = revise([], read('Mining dirt needs a diamond shovel.'), occasion)
    expect(createKnowledge([], believed).toolFor('dirt')?.tools).toEqual(['diamond_shovel'])
    const claim = { type: 'tool', block: 'dirt', tools: [] } as const
    const seen = {
      kind: 'task' as const,
      sentence: 'Dirt came by hand.',
      claim: { ...claim, tools: [] },
      source: { type: 'seen' as const },
      confidence: 1,
    }
    const changed = revise(believed, [seen], { ...occasion, tick: 5, issued: believed.length })
    const after = [...new Map([...believed, ...changed].map((belief) => [belief.id, belief])).values()]
    expect(createKnowledge([], after).toolFor('dirt')?.tools).toEqual([])
  })
})
