import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsInLines } from '../../../../src/channel/game-chat/words-in-lines.ts'
import { exampleMessage } from '../../../support/memory-examples.ts'

const lines = (text: string, longest: number) => wordsInLines(exampleMessage({ text }), longest)

describe('wordsInLines()', () => {
  it('cuts between sentences', () => {
    const text = 'Mine stone by hand. Craft 1 chest from 8 planks. Kill a cow.'
    expect(lines(text, 40)).toEqual(['Mine stone by hand.', 'Craft 1 chest from 8 planks. Kill a cow.'])
  })

  it('shows by dots where a sentence goes on', () => {
    expect(lines('Yes. Mine stone with one of many pickaxes. No.', 24)).toEqual([
      'Yes.',
      'Mine stone with one …',
      '… of many pickaxes. No.',
    ])
  })

  it('leaves out what takes more than four lines', () => {
    expect(lines('One. Two. Six. Ten. All. Nil.', 5)).toEqual(['One.', 'Two.', 'Six.', 'Ten …'])
  })

  it('never writes a longer line, and keeps all words of what fits', () => {
    const sentence = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 4 }),
        fc.integer({ min: 60, max: 245 }),
        (text, longest) => {
          for (const line of lines(text.join('. '), longest)) expect(line.length).toBeLessThanOrEqual(longest)
        },
      ),
    )
    const words = (text: string) => text.split(/[ …]+/).filter(Boolean)
    const text = 'A furnace burns coal or charcoal or planks of any kind. Then wait. '.repeat(4).trim()
    expect(lines(text, 80).flatMap(words)).toEqual(words(text))
  })
})
