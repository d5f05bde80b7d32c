import { describe, expect, test } from 'vitest'
import { block } from '../../../../server/commands/arguments/block.ts'
import { entities, player, players } from '../../../../server/commands/arguments/entities.ts'
import { integer } from '../../../../server/commands/arguments/numbers.ts'
import { blockPlace, position } from '../../../../server/commands/arguments/position.ts'
import { textComponent } from '../../../../server/commands/arguments/text.ts'
import { duration } from '../../../../server/commands/arguments/time.ts'
import { bool, literal } from '../../../../server/commands/arguments/words.ts'
import type { Argument, CommandCall } from '../../../../server/commands/framework/argument.ts'
import { CommandSyntaxError } from '../../../../server/commands/framework/command-reader.ts'
import { errorContext, readCommand } from '../../../../server/commands/framework/read-command.ts'
import { suggestArguments } from '../../../../server/commands/framework/suggest.ts'
import { syntax } from '../../../../server/commands/framework/syntax.ts'
import { createGameRegistry } from '../../../../server/data/game-registry.ts'

const registry = createGameRegistry('1.21.4')

/** A call at 10 70 -5.5 by someone who looks south and has nobody around. */
const call = {
  game: { registry, players: new Map(), entities: new Map() },
  source: { name: 'Ada', player: { position: { x: 10, y: 70, z: -5.5 }, yaw: 0, pitch: 0 }, operator: true },
  commands: [],
} as unknown as CommandCall

/** Reads the line by one syntax; gives the values, or the message and what stands below it. */
function read(parts: readonly Argument<unknown>[], line: string): unknown {
  try {
    return readCommand([syntax(parts, () => '')], line, line.search(/ |$/), call).values
  } catch (error) {
    if (error instanceof CommandSyntaxError) return `${error.message} | ${errorContext(line, error.cursor)}`
    throw error
  }
}

describe('readCommand()', () => {
  test.each([
    ['x', 'Unknown or incomplete command, see below for error | x<--[HERE]'],
    ['x 5 y', 'Incorrect argument for command | x 5 y<--[HERE]'],
    ['x five', 'Expected integer | x five<--[HERE]'],
    ['x 5.5', "Invalid integer '5.5' | x 5.5<--[HERE]"],
    ['x 11', 'Integer must not be more than 10, found 11 | x 11<--[HERE]'],
    ['x 5five', 'Expected whitespace to end one argument, but found trailing data | x 5five<--[HERE]'],
    ['something 11', 'Integer must not be more than 10, found 11 | something 11<--[HERE]'],
  ])('answers "%s" with vanilla’s text', (line, answer) => {
    expect(read([integer('n', { least: 0, most: 10 })], line)).toBe(answer)
  })

  test('reports the syntax that made sense the farthest', () => {
    const syntaxes = [
      syntax([literal('set'), integer('n')], () => ''),
      syntax([literal('get'), bool('b')], () => ''),
    ]
    expect(() => readCommand(syntaxes, 'x get maybe', 1, call)).toThrow(
      "Invalid bool, expected 'true' or 'false' but found 'maybe'",
    )
    expect(() => readCommand(syntaxes, 'x put 3', 1, call)).toThrow('Incorrect argument for command')
  })
})

describe('positions', () => {
  test.each([
    ['x 1 2 3', { x: 1.5, y: 2, z: 3.5 }],
    ['x 1.0 2 -3.25', { x: 1, y: 2, z: -3.25 }],
    ['x ~ ~1 ~-2', { x: 10, y: 71, z: -7.5 }],
    ['x ^ ^ ^4', { x: 10, y: 70, z: -1.5 }],
    ['x ^1 ^2 ^', { x: 11, y: 72, z: -5.5 }],
  ])('"%s" is read', (line, expected) => {
    const [found] = read([position('pos')], line) as [{ x: number; y: number; z: number }]
    for (const axis of ['x', 'y', 'z'] as const) expect(found[axis]).toBeCloseTo(expected[axis])
  })

  test.each([
    ['x 1 2', 'Incomplete (expected 3 coordinates) | x 1 2<--[HERE]'],
    [
      'x 1 ^ 3',
      'Cannot mix world & local coordinates (everything must either use ^ or not) | x 1 ^ 3<--[HERE]',
    ],
  ])('"%s" is refused', (line, answer) => {
    expect(read([position('pos')], line)).toBe(answer)
  })

  test('the block of a relative position is the one around it', () => {
    expect(read([blockPlace('pos')], 'x ~ ~ ~')).toEqual([{ x: 10, y: 70, z: -6 }])
  })
})

describe('selectors', () => {
  test.each([
    ['x @q', "Unknown selector type '@q' | x @q<--[HERE]"],
    ['x @', 'Missing selector type | x @<--[HERE]'],
    ['x @e[colour=red]', "Unknown option 'colour' | x @e[colour=red]<--[HERE]"],
    ['x @e[limit=0]', 'Limit must be at least 1 | ... @e[limit=0]<--[HERE]'],
    ['x @e[sort=up]', "Invalid or unknown sort type 'up' | x @e[sort=up]<--[HERE]"],
    ['x @e[distance=-1]', 'Distance cannot be negative | ...[distance=-1]<--[HERE]'],
    ['x @e[type=cow', 'Expected end of options | ...e[type=cow<--[HERE]'],
  ])('"%s" is refused', (line, answer) => {
    expect(read([entities('targets')], line)).toBe(answer)
  })

  test('kinds and numbers of targets are checked before the command runs', () => {
    expect(read([player('target')], 'x @a')).toMatch(/^Only one player is allowed/)
    expect(read([players('targets')], 'x @e')).toMatch(/^Only players may be affected by this command/)
    expect(read([player('target')], 'x @a[limit=1]')).toHaveLength(1)
  })

  test('options are read in any order, with spaces', () => {
    const line = 'x @e[ type = !cow, limit=3 ,sort=nearest, distance=2..5.5, name="Big Pig" ]'
    expect(read([entities('targets')], line)).toMatchObject([
      { limit: 3, sort: 'nearest', distance: { least: 2, most: 5.5 } },
    ])
  })
})

describe('blocks', () => {
  test('properties select a state', () => {
    expect(read([block('block')], 'x minecraft:oak_log[axis=x]')).toMatchObject([
      { state: registry.state('oak_log', { axis: 'x' }), properties: { axis: 'x' } },
    ])
  })

  test.each([
    ['x oak_lg', "Unknown block type 'minecraft:oak_lg'"],
    ['x oak_log[colour=red]', "Block minecraft:oak_log does not have property 'colour'"],
    ['x oak_log[axis=q]', "Block minecraft:oak_log does not accept 'q' for axis property"],
    ['x oak_log[axis]', "Expected value for property 'axis' on block minecraft:oak_log"],
    ['x oak_log[axis=x', 'Expected closing ] for block state properties'],
  ])('"%s" is refused', (line, answer) => {
    expect(String(read([block('block')], line)).split(' | ')[0]).toBe(answer)
  })
})

describe('times and texts', () => {
  test.each([
    ['x 5', 5],
    ['x 2s', 40],
    ['x 0.5d', 12_000],
    ['x 7t', 7],
  ])('"%s" is %i ticks', (line, ticks) => {
    expect(read([duration('time')], line)).toEqual([ticks])
  })

  test('a wrong unit is refused', () => {
    expect(read([duration('time')], 'x 5h')).toBe('Invalid unit | x 5h<--[HERE]')
  })

  test.each([
    ['x "hello there"', { text: 'hello there' }],
    ['x {"text":"a","color":"red","extra":["b",{"text":"c"}]}', { text: 'abc', color: 'red' }],
    ['x ["a",{"text":"b","color":"gold"}]', { text: 'ab', color: 'gold' }],
  ])('%s is a text', (line, text) => {
    expect(read([textComponent('text')], line)).toMatchObject([text])
  })

  test('broken JSON is refused', () => {
    expect(read([textComponent('text')], 'x {"text"')).toMatch(/^Invalid chat component: /)
  })
})

describe('suggestArguments()', () => {
  const syntaxes = [
    syntax([literal('set'), block('block')], () => ''),
    syntax([literal('seal'), bool('b')], () => ''),
  ]
  test.each([
    ['x ', 2, ['seal', 'set']],
    ['x se', 2, ['seal', 'set']],
    ['x seal t', 7, ['true']],
    ['x set jukeb', 6, ['minecraft:jukebox']],
    ['x set minecraft:jukeb', 6, ['minecraft:jukebox']],
    ['x put ', 1, []],
  ])('completes "%s"', (line, start, matches) => {
    expect(suggestArguments(syntaxes, line, 1, call).matches).toEqual(matches)
    if (matches.length > 0) expect(suggestArguments(syntaxes, line, 1, call).start).toBe(start)
  })
})
