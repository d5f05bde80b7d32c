import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError } from '../../../src/core/errors.ts'
import { checkFileName, formatSkillFile, parseSkillFile } from '../../../src/memory/skill-file.ts'
import { exampleSkill } from '../../support/examples.ts'
import { anySkill } from '../../support/memory-arbitraries.ts'

const BY_HAND = `/*---
name: mineLogs
description: Mines logs of a kind.
parameters:
  - { name: item, type: item, description: kind of log }
  - { name: count, type: count, description: how many, default: 1 }
postcondition: { type: have, item: $item, count: $count }
calls: [findTree]
---*/
async function mineLogs(bot, item, count = 1) {
  await mineBlock(bot, item, count)
}
`

test('parseSkillFile() reads back what formatSkillFile() wrote', () => {
  fc.assert(
    fc.property(anySkill, (skill) => {
      expect(parseSkillFile(formatSkillFile(skill), 'skill.js')).toEqual(skill)
    }),
    { numRuns: 300 },
  )
})

test('formatSkillFile() writes JavaScript whose only comment before the code is the header', () => {
  fc.assert(
    fc.property(anySkill, (skill) => {
      const text = formatSkillFile(skill)
      expect(text.slice(text.indexOf('*/') + 2)).toBe(`\n${skill.source}\n`)
    }),
  )
})

test('formatSkillFile() writes a header that a person can read', () => {
  const text = formatSkillFile(exampleSkill({ source: 'async function obtainClay(bot) {}' }))
  expect(text).toContain('description: Digs clay until the inventory holds enough.\n')
  expect(text).toContain('  type: have\n  item: clay_ball\n  count: $count\n')
  expect(text).toMatch(
    /^\/\*---\nname: obtainClay\n[\s\S]*\n---\*\/\nasync function obtainClay\(bot\) \{\}\n$/,
  )
})

test('parseSkillFile() fills in a header that was written by hand', () => {
  expect(parseSkillFile(BY_HAND, 'mineLogs.js')).toEqual({
    name: 'mineLogs',
    description: 'Mines logs of a kind.',
    parameters: [
      { name: 'item', type: 'item', description: 'kind of log', default: null },
      { name: 'count', type: 'count', description: 'how many', default: 1 },
    ],
    precondition: null,
    postcondition: { type: 'have', item: '$item', count: '$count' },
    source: 'async function mineLogs(bot, item, count = 1) {\n  await mineBlock(bot, item, count)\n}',
    calls: [{ name: 'findTree', version: 1 }],
    version: 1,
    status: 'verified',
    provenance: { author: 'seed', task: '', run: '', tick: 0 },
    statistics: { runs: 0, successes: 0, lastTick: null },
  })
})

test('parseSkillFile() reads files with the line ends of Windows', () => {
  const skill = parseSkillFile(BY_HAND.replaceAll('\n', '\r\n'), 'mineLogs.js')
  expect(skill.calls).toEqual([{ name: 'findTree', version: 1 }])
})

test.each([
  ['no header', 'async function x(bot) {}', 1, 'it has no header'],
  ['no end of the header', '/*---\nname: x\n', 1, 'no closing "---*/"'],
  ['no source', '/*---\nname: x\ndescription: y\n---*/\n', 5, 'it has no source'],
  ['broken YAML', BY_HAND.replace('name: mineLogs', 'name: [mineLogs'), 3, 'YAML'],
  ['a missing field', BY_HAND.replace('description: Mines', 'describe: Mines'), 2, 'description'],
  ['a wrong type', BY_HAND.replace('type: count,', 'type: number,'), 6, 'parameters.1.type'],
  ['an unknown goal', BY_HAND.replace('type: have', 'type: own'), 7, 'postcondition'],
  ['an unknown key', BY_HAND.replace('calls:', 'call:'), 2, 'call'],
])('parseSkillFile() names file, line and reason of %s', (_what, text, line, reason) => {
  const parse = () => parseSkillFile(text, 'skills/mineLogs.js')
  expect(parse).toThrow(InputError)
  expect(parse).toThrow(`"skills/mineLogs.js", line ${line}: `)
  expect(parse).toThrow(reason)
})

test('checkFileName() wants a file to be named after its skill and version', () => {
  const skill = exampleSkill({ version: 2 })
  checkFileName(skill, 'skills/obtainClay.js')
  checkFileName(skill, 'skills/obtainClay.v2.js')
  expect(() => checkFileName(skill, 'skills/obtainClay.v1.js')).toThrow(InputError)
  expect(() => checkFileName(skill, 'skills/clay.js')).toThrow('"obtainClay.js"')
})
