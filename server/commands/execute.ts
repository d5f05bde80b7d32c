import { blockPosition, type Position } from '../../src/core/position.ts'
import { blockFilter } from './arguments/block-filter.ts'
import { entities } from './arguments/entities.ts'
import { blockPlace, placeOf, position, rotation } from './arguments/position.ts'
import { scoreHolder } from './arguments/score-holder.ts'
import { isWithin, select, type Target, targetName } from './arguments/selector.ts'
import { readBounds } from './arguments/selector-options.ts'
import { greedy } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { Argument, CommandCall } from './framework/argument.ts'
import { CommandReader } from './framework/command-reader.ts'
import { runLine } from './framework/run-line.ts'
import { syntax } from './framework/syntax.ts'

/** Minecraft Wiki: Commands/execute. Without `store`, `facing`, `in`, `on` and `summon`. */
export const executeCommand: Command = {
  name: 'execute',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([greedy('subcommands', () => [...Object.keys(steps), 'run'])], (call, [line]) => {
      const run: Run = { replies: [], passed: 0 }
      proceed(call, new CommandReader(line), run)
      if (run.replies.length === 0 && run.passed === 0) throw new CommandError('Test failed')
      return run.replies.length > 0 ? run.replies.join('\n') : `Test passed, count: ${run.passed}`
    }),
  ],
}

interface Run {
  readonly replies: string[]
  /** Branches that came to the end without a command to run. */
  passed: number
}

/** Reads the next subcommand and goes on with every branch that comes of it. */
function proceed(call: CommandCall, reader: CommandReader, run: Run): void {
  if (reader.isAtEnd) {
    run.passed += 1
    return
  }
  const start = reader.cursor
  const name = reader.word()
  reader.skip(' ')
  if (name === 'run') {
    const { lines } = runLine(call, reader.rest.replace(/^\//, ''))
    run.replies.push(...(lines.length === 0 ? [''] : lines))
    return
  }
  const step = steps[name] ?? reader.fail('Incorrect argument for command', start)
  const branches = step(call, reader)
  reader.skip(' ')
  for (const branch of branches) proceed(branch, new CommandReader(reader.text, reader.cursor), run)
}

type Step = (call: CommandCall, reader: CommandReader) => readonly CommandCall[]

const steps: Readonly<Record<string, Step>> = {
  as: (call, reader) => targets(call, reader).map((target) => as(call, target)),
  at: (call, reader) => targets(call, reader).map((target) => at(call, target)),
  positioned: (call, reader) => {
    if (reader.skip('as ')) return targets(call, reader).map(({ position: there }) => moved(call, there))
    return [moved(call, position('pos').read(reader, call))]
  },
  rotated: (call, reader) => {
    if (reader.skip('as ')) return targets(call, reader).map((target) => turned(call, target))
    return [turned(call, rotation('rot').read(reader, call))]
  },
  align: (call, reader) => {
    const axes = reader.word()
    const { position: here } = placeOf(call)
    const floors = blockPosition(here)
    const along = (axis: 'x' | 'y' | 'z') => (axes.includes(axis) ? floors[axis] : here[axis])
    return [moved(call, { x: along('x'), y: along('y'), z: along('z') })]
  },
  anchored: (call, reader) => {
    reader.word()
    return [call]
  },
  if: (call, reader) => (holds(call, reader) ? [call] : []),
  unless: (call, reader) => (holds(call, reader) ? [] : [call]),
}

function targets(call: CommandCall, reader: CommandReader): readonly Target[] {
  return select(call, entities('targets').read(reader, call))
}

function as(call: CommandCall, target: Target): CommandCall {
  const player = target.type === 'player' ? target : null
  const place = placeOf(call)
  return { ...call, source: { ...call.source, name: targetName(target), player, entity: target, place } }
}

function at(call: CommandCall, { position: there, yaw, pitch }: Target): CommandCall {
  return { ...call, source: { ...call.source, place: { position: there, yaw, pitch } } }
}

function moved(call: CommandCall, there: Position): CommandCall {
  return { ...call, source: { ...call.source, place: { ...placeOf(call), position: there } } }
}

function turned(
  call: CommandCall,
  { yaw, pitch }: { readonly yaw: number; readonly pitch: number },
): CommandCall {
  return { ...call, source: { ...call.source, place: { ...placeOf(call), yaw, pitch } } }
}

function holds(call: CommandCall, reader: CommandReader): boolean {
  const start = reader.cursor
  const kind = reader.word()
  if (!reader.skip(' ')) reader.fail('Incorrect argument for command', start)
  switch (kind) {
    case 'block': {
      const place = next(call, reader, blockPlace('pos'))
      return blockFilter('block').read(reader, call)(call.game.world.blockAt(place))
    }
    case 'entity':
      return targets(call, reader).length > 0
    case 'score':
      return scoreHolds(call, reader)
    default:
      return reader.fail('Incorrect argument for command', start)
  }
}

function scoreHolds(call: CommandCall, reader: CommandReader): boolean {
  const own = readScore(call, reader)
  reader.skip(' ')
  const relation = reader.word()
  reader.skip(' ')
  if (relation === 'matches') {
    const bounds = readBounds(reader)
    return own !== null && isWithin(bounds, own)
  }
  const other = readScore(call, reader)
  return own !== null && other !== null && (relations[relation]?.(own, other) ?? false)
}

const relations: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '=': (a, b) => a === b,
  '>=': (a, b) => a >= b,
  '>': (a, b) => a > b,
}

function readScore(call: CommandCall, reader: CommandReader): number | null {
  const [holder = ''] = next(call, reader, scoreHolder('target'))(call)
  return call.game.scoreboard.scoreOf(reader.word(), holder)
}

/** Reads an argument and the space behind it. */
function next<Value>(call: CommandCall, reader: CommandReader, argument: Argument<Value>): Value {
  const value = argument.read(reader, call)
  if (!reader.skip(' ')) reader.fail('Expected whitespace to end one argument, but found trailing data')
  return value
}
