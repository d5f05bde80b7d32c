import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SentencePieces } from '../../../../src/memory/embedding/sentence-pieces.ts'

const marks = ['<unk>', '<s>', '</s>', 'x', 'y', 'z'].map((mark) => [mark, 0] as const)
const words = [
  ['▁iron', -3],
  ['▁ir', -4],
  ['on', -2],
  ['▁', -5],
  ['i', -6],
  ['r', -6],
  ['o', -6],
  ['n', -6],
] as const
const pieces = new SentencePieces([...marks, ...words])
const named = (text: string) => pieces.encode(text).map((number) => [...marks, ...words][number]?.[0])

test('encode() cuts where the pieces are most likely together', () => {
  expect(named('iron')).toEqual(['▁iron'])
  expect(named('iron on')).toEqual(['▁iron', '▁', 'on'])
  expect(named('irr')).toEqual(['▁ir', 'r'])
})

test('encode() makes one unknown piece of characters that no piece has, and never a mark', () => {
  expect(named('iron ☃☃☃ on')).toEqual(['▁iron', '▁', '<unk>', '▁', 'on'])
  expect(named('x')).toEqual(['▁', '<unk>'])
})

test('encode() takes width and spaces for what they mean', () => {
  expect(pieces.encode('  ｉｒｏｎ \n on ')).toEqual(pieces.encode('iron on'))
  expect(named('')).toEqual(['▁'])
})

test('encode() reads any text', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('😀', '\0', 'é', ' ', 'i') })),
      (text) => {
        expect(pieces.encode(text).length).toBeGreaterThan(0)
      },
    ),
  )
})
