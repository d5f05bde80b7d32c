import { blockPosition, type Position } from '../../../src/core/position.ts'
import { isInsideHeight } from '../../world/world-bounds.ts'
import { CommandError } from '../command.ts'
import type { Argument, CommandCall } from '../framework/argument.ts'
import type { CommandReader } from '../framework/command-reader.ts'
import { readNumber } from './numbers.ts'

const WORLD_EDGE = 30_000_000

/** Where and in which direction the source of a command stands; the console stands at the spawn. */
export function placeOf({ game, source }: CommandCall): {
  readonly position: Position
  readonly yaw: number
  readonly pitch: number
} {
  return source.place ?? source.player ?? { position: game.world.spawn, yaw: 0, pitch: 0 }
}

/** Three coordinates; whole numbers along x and z mean the middle of the block. */
export function position(name: string): Argument<Position> {
  return {
    name,
    parser: { name: 'minecraft:vec3' },
    read: (reader, call) => readPosition(reader, call, 0.5),
    suggest: () => ['~ ~ ~'],
  }
}

/** Three coordinates of a block. */
export function blockPlace(name: string): Argument<Position> {
  return {
    name,
    parser: { name: 'minecraft:block_pos' },
    read: (reader, call) => blockPosition(readPosition(reader, call, 0)),
    suggest: () => ['~ ~ ~'],
  }
}

/** @throws CommandError unless there can be a block at the position */
export function demandLoaded({ x, y, z }: Position): void {
  if (!isInsideHeight(y) || Math.max(Math.abs(x), Math.abs(z)) > WORLD_EDGE) {
    throw new CommandError('That position is not loaded')
  }
}

/** A yaw and a pitch in degrees; `~` counts from where the source looks. */
export function rotation(name: string): Argument<{ readonly yaw: number; readonly pitch: number }> {
  return {
    name,
    parser: { name: 'minecraft:rotation' },
    read: (reader, call) => {
      const place = placeOf(call)
      const yaw = readCoordinate(reader, place.yaw, 0)
      if (!reader.skip(' ')) reader.fail('Incomplete (expected 2 coordinates)')
      return { yaw, pitch: readCoordinate(reader, place.pitch, 0) }
    },
    suggest: () => ['~ ~'],
  }
}

function readPosition(reader: CommandReader, call: CommandCall, center: number): Position {
  const { position: here } = placeOf(call)
  if (reader.next === '^') return readLocal(reader, call)
  const x = readCoordinate(reader, here.x, center)
  next(reader)
  const y = readCoordinate(reader, here.y, 0)
  next(reader)
  return { x, y, z: readCoordinate(reader, here.z, center) }
}

function next(reader: CommandReader): void {
  if (!reader.skip(' ')) reader.fail('Incomplete (expected 3 coordinates)')
}

function readCoordinate(reader: CommandReader, here: number, center: number): number {
  const start = reader.cursor
  if (reader.next === '^') {
    reader.fail('Cannot mix world & local coordinates (everything must either use ^ or not)')
  }
  if (reader.isAtEnd) reader.fail('Expected a coordinate')
  const relative = reader.skip('~')
  const value = relative && !/[\d.-]/.test(reader.next) ? 0 : readNumber(reader, 'double')
  if (relative) return here + value
  return reader.text.slice(start, reader.cursor).includes('.') ? value : value + center
}

/** Coordinates to the left, upwards and forwards of where the source looks. */
function readLocal(reader: CommandReader, call: CommandCall): Position {
  const left = readCaret(reader)
  next(reader)
  const up = readCaret(reader)
  next(reader)
  const forward = readCaret(reader)
  const { position: here, yaw, pitch } = placeOf(call)
  const [turn, tilt] = [((yaw + 90) * Math.PI) / 180, (-pitch * Math.PI) / 180]
  const ahead = [Math.cos(turn) * Math.cos(tilt), Math.sin(tilt), Math.sin(turn) * Math.cos(tilt)] as const
  const over = tilt + Math.PI / 2
  const above = [Math.cos(turn) * Math.cos(over), Math.sin(over), Math.sin(turn) * Math.cos(over)] as const
  const aside = [
    above[1] * ahead[2] - above[2] * ahead[1],
    above[2] * ahead[0] - above[0] * ahead[2],
    above[0] * ahead[1] - above[1] * ahead[0],
  ] as const
  const along = (axis: 0 | 1 | 2) => ahead[axis] * forward + above[axis] * up + aside[axis] * left
  return { x: here.x + along(0), y: here.y + along(1), z: here.z + along(2) }
}

function readCaret(reader: CommandReader): number {
  if (!reader.skip('^')) {
    reader.fail('Cannot mix world & local coordinates (everything must either use ^ or not)')
  }
  return /[\d.-]/.test(reader.next) ? readNumber(reader, 'double') : 0
}
