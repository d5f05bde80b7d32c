import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keywordsOf } from '../../../src/memory/keywords.ts'

test.each([
  ['stone_pickaxe', ['ston', 'pickax']],
  ['craftStonePickaxe', ['craft', 'ston', 'pickax']],
  ['MINES logs', ['min', 'log']],
  ['mining a log', ['min', 'log']],
  ['Crème brûlée', ['crem', 'brule']],
  ['get 3 oak_log!', ['get', '3', 'oak', 'log']],
  ['a piece of glass', ['piec', 'glass']],
  ['the of and', []],
])('keywordsOf() takes %j apart', (text, words) => {
  expect(keywordsOf(text)).toEqual(words)
})

test('keywordsOf() gives letters and digits only, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(keywordsOf(text).every((word) => /^[\p{L}\p{N}]+$/u.test(word))).toBe(true)
    }),
  )
})
