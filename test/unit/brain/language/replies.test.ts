import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { fencedBlocks } from '../../../../src/brain/language/reply/fenced-blocks.ts'
import { readJson } from '../../../../src/brain/language/reply/read-json.ts'
import { readSkill } from '../../../../src/brain/language/reply/read-skill.ts'
import { stripReasoning } from '../../../../src/brain/language/reply/strip-reasoning.ts'

describe('stripReasoning()', () => {
  test.each([
    ['<think>Hm.\n{"a": 1}</think>\n{"a": 2}', '{"a": 2}'],
    ['Hm, the template ate the start.\n</think>\n\nDone', 'Done'],
    ['<thinking>\nnever ends', ''],
    ['<reasoning>x</reasoning>Done', 'Done'],
    [
      '<|channel|>analysis<|message|>Hm<|end|><|start|>assistant<|channel|>final<|message|>Done<|return|>',
      'Done',
    ],
    ['No thoughts at all', 'No thoughts at all'],
  ])('%j becomes %j', (reply, rest) => {
    expect(stripReasoning(reply)).toBe(rest)
  })

  test('code that names such a tag stays whole', () => {
    const code = '```js\nasync function f(bot) { bot.chat("<think>") }\n```'
    expect(stripReasoning(code)).toBe(code)
  })
})

test('fencedBlocks() finds blocks of any fence, and those that are cut off', () => {
  const reply = 'Here:\n````js\na\n```\nb\n````\nand\n~~~\nc\n~~~\n```json\n{"cut'
  expect(fencedBlocks(reply)).toEqual([
    { language: 'js', text: 'a\n```\nb', isClosed: true },
    { language: '', text: 'c', isClosed: true },
    { language: 'json', text: '{"cut', isClosed: false },
  ])
})

describe('readJson()', () => {
  const schema = z.object({ task: z.string(), count: z.number().default(1) })

  test.each([
    ['{"task": "dig"}'],
    ['Sure! Here it is:\n```json\n{"task": "dig"}\n```\nGood luck!'],
    ["{task: 'dig',}"],
    ['{"task": "dig"'],
    ['I choose {"task": "dig", // because\n "count": 1} as I said'],
    ['```\n{"task": "dig", "count": 1, "extra": true}\n```'],
  ])('reads %j', (reply) => {
    expect(readJson(reply, schema)).toEqual({ ok: true, value: { task: 'dig', count: 1 } })
  })

  test.each([
    ['no object', 'There is no JSON object in the reply.'],
    ['{"task": 7}', '"task"'],
    ['', 'There is no JSON object in the reply.'],
  ])('explains %j', (reply, reason) => {
    expect(readJson(reply, schema)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
  })
})

describe('readSkill()', () => {
  test('takes the last async function with a bot, its helpers, its comment and its parameters', () => {
    const reply = [
      'First some words.',
      '```javascript',
      'const limit = 3',
      'function half(n) { return n / 2 }',
      'async function other(bot) {}',
      '// Digs dirt until',
      '// there is enough.',
      "async function digDirt(bot, count = 4, name = 'dirt', where) {",
      '  await mineBlock(bot, name, half(count)); await other(bot); await helper(bot)',
      '}',
      'digDirt(bot)',
      '```',
    ].join('\n')
    expect(readSkill(reply)).toMatchObject({
      ok: true,
      value: {
        name: 'digDirt',
        description: 'Digs dirt until there is enough.',
        parameters: [
          { name: 'count', type: 'count', default: 4 },
          { name: 'name', type: 'text', default: 'dirt' },
          { name: 'where', default: null },
        ],
        called: ['helper', 'mineBlock'],
        source: expect.not.stringContaining('limit = 3'),
      },
    })
  })

  test('finds code without fences', () => {
    const read = readSkill('Sure:\nasync function dig(bot) { await mineBlock(bot, "dirt", 1) }')
    expect(read).toMatchObject({ ok: true, value: { name: 'dig' } })
  })

  test.each([
    ['Only words.', 'no code block'],
    ['```js\nfunction dig(bot) {}\n```', 'async function name(bot'],
    ['```js\nasync function dig(bot) {\n```', 'cannot be parsed'],
    ['```js\nasync function dig(bot) { await mineBlock(', 'not closed'],
    ['```js\nasync function dig(agent) {}\n```', 'async function name(bot'],
  ])('explains %j', (reply, reason) => {
    expect(readSkill(reply)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
  })
})
