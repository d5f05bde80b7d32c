import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LineJoiner, splitIntoLines } from '../../../../src/channel/game-chat/chat-lines.ts'
import { cleanWords, readMessage, writeMessage } from '../../../../src/channel/game-chat/wire-format.ts'
import type { Claim } from '../../../../src/core/claim.ts'
import type { Message } from '../../../../src/core/message.ts'
import { anyText } from '../../../support/memory-arbitraries.ts'
import { exampleMessage } from '../../../support/memory-examples.ts'

const name = fc.oneof(fc.stringMatching(/^[a-z_]{1,12}$/), anyText)
const count = fc.integer({ min: 1, max: 64 })

const claim = fc.oneof(
  fc.record({
    type: fc.constant('recipe'),
    item: name,
    makes: count,
    ingredients: fc.dictionary(fc.stringMatching(/^[a-z_]{1,9}$/), count, { minKeys: 1, maxKeys: 3 }),
    table: fc.boolean(),
  }),
  fc.record({ type: fc.constant('smelting'), item: name, from: name }),
  fc.record({ type: fc.constant('fuel'), item: name, smelts: fc.constantFrom(1.5, 8, 100) }),
  fc.record({ type: fc.constant('drop'), block: name, items: fc.array(name, { maxLength: 3 }) }),
  fc.record({ type: fc.constant('tool'), block: name, tools: fc.array(name, { maxLength: 3 }) }),
  fc.record({ type: fc.constant('mob-drop'), mob: name, items: fc.array(name, { maxLength: 3 }) }),
  fc.record({ type: fc.constant('knows'), agent: name, topic: name, knows: fc.boolean() }),
  fc.record({ type: fc.constant('doing'), agent: name, task: anyText }),
  fc.record({
    type: fc.constant('depth'),
    block: name,
    lowest: fc.integer({ min: -64, max: 0 }),
    highest: fc.integer({ min: 1, max: 320 }),
    best: fc.integer({ min: -64, max: 320 }),
  }),
) as fc.Arbitrary<Claim>

const grounds = fc.record({
  basis: fc.constantFrom('seen' as const, 'innate' as const, 'unknown' as const),
  path: fc.array(name, { minLength: 1, maxLength: 3 }),
})

const message: fc.Arbitrary<Message> = fc
  .record({
    id: name,
    conversation: name,
    turn: fc.nat({ max: 20 }),
    to: fc.uniqueArray(fc.constantFrom('Ben', 'Cleo', 'Dan'), { minLength: 1 }),
    reach: fc.constantFrom('name' as const, 'all' as const, 'near' as const),
    act: fc.constantFrom('ask' as const, 'tell' as const, 'thank' as const),
    text: anyText.map(cleanWords),
    about: fc.array(name, { maxLength: 3 }),
    claims: fc.array(claim, { maxLength: 5 }),
    assumptions: fc.array(claim, { maxLength: 2 }),
    grounds: fc.array(grounds, { maxLength: 5 }),
    replyTo: fc.option(name.filter((id) => id !== '-')),
    tick: fc.nat(),
    denies: fc.array(claim, { maxLength: 2 }),
  })
  .map(({ denies, ...fields }) => exampleMessage({ ...fields, ...(denies.length > 0 && { denies }) }))

describe('a message in the chat', () => {
  test('reads as it was written, whatever names and words are in it, cut into lines of any length', () => {
    fc.assert(
      fc.property(message, fc.integer({ min: 40, max: 256 }), (sent, longest) => {
        const joiner = new LineJoiner()
        const lines = splitIntoLines(writeMessage(sent), 'a', longest)
        fc.pre(lines.length < 100)
        for (const line of lines) {
          expect(line.length).toBeLessThanOrEqual(longest)
          expect(line).toBe(line.trim())
          expect(line).not.toMatch(/\p{Cc}|§| {2}/u)
        }
        const joined = lines.map((line) => joiner.take(line, 0))
        expect(joined.slice(0, -1).every(({ type }) => type === 'partial')).toBe(true)
        const last = joined.at(-1)
        expect(last?.type === 'complete' && readMessage(last.text, 'Ada')).toEqual(sent)
      }),
      { numRuns: 300 },
    )
  })

  test('is read as the words of whoever said it, whoever it names', () => {
    const forged = writeMessage(exampleMessage({ from: 'Ada' }))
    expect(readMessage(forged, 'Eve')?.from).toBe('Eve')
  })

  test('whatever else is said is no message, and breaks nothing', () => {
    const line = fc.oneof(
      anyText,
      anyText.map((text) => `(a 1/1) ${text}`),
      anyText.map((text) => `${text} {kc ${text}}`),
      anyText.map((text) => `hi {kc a,b,0,tell,name,Ben,1,-||${text}}`),
      fc.constantFrom(
        '(a 0/0) x',
        '(a 2/1) x',
        '(a 1/100) x',
        '(a 99999999999999999999/1) x',
        '{kc }',
        ' {kc }',
      ),
      fc.constant('x {kc a,%3D,0,tell,name,Ben,1,-||||9999:innate<Ada}'),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const joiner = new LineJoiner()
        for (const each of lines) {
          const joined = joiner.take(each, 0)
          const read = joined.type === 'complete' ? readMessage(joined.text, 'Eve') : null
          expect(read === null || read.from === 'Eve').toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('of which parts are missing is forgotten when there are too many of them', () => {
    const joiner = new LineJoiner()
    for (let label = 0; label < 20; label++) joiner.take(`(n${label} 1/2) begin`, label)
    expect(joiner.take('(n0 2/2) end', 20)).toEqual({ type: 'partial' })
    expect(joiner.take('(n19 2/2) end', 20)).toEqual({ type: 'complete', text: 'beginend' })
  })

  test('is on its way while parts of it come, and not for ever', () => {
    const joiner = new LineJoiner()
    expect(joiner.isPartial(0)).toBe(false)
    joiner.take('(a 1/2) begin', 100)
    expect(joiner.isPartial(50)).toBe(true)
    expect(joiner.isPartial(100)).toBe(false)
    joiner.take('(a 2/2) end', 101)
    expect(joiner.isPartial(50)).toBe(false)
  })
})
