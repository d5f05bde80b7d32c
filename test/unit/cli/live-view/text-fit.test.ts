import { describe, expect, it } from 'vitest'
import { cleanText, padTo, shorten, textWidth } from '../../../../src/cli/live-view/text-fit.ts'

describe('cleanText()', () => {
  it('takes away what a terminal would obey', () => {
    expect(cleanText('a\u001b[2Jb\nc\u202ed\u0007')).toBe('a [2Jb c d')
  })
})

describe('shorten()', () => {
  it('cuts with an ellipsis and never exceeds the columns', () => {
    expect(shorten('abcdef', 6)).toBe('abcdef')
    expect(shorten('abcdef', 5)).toBe('abcd…')
    expect(shorten('abcdef', 0)).toBe('')
    expect(textWidth(shorten('漢字漢字', 5))).toBeLessThanOrEqual(5)
  })
})

describe('padTo()', () => {
  it('gives exactly the columns asked for, also with wide and combining characters', () => {
    for (const text of ['ab', 'abcdefghij', '漢字', 'e\u0301', '🍎🍎🍎🍎'])
      expect(textWidth(padTo(text, 6))).toBe(6)
  })
})
