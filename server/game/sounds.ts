import type { Position } from '../../src/core/position.ts'
import type { Packet } from '../protocol/packet.ts'
import type { Game } from './game.ts'

export interface Sound {
  /** Without namespace. */
  readonly name: string
  /** Such as `neutral`. */
  readonly category: string
  readonly volume: number
  readonly pitch: number
}

/** Lets those near the position hear a sound. */
export function emitSound(game: Game, sound: Sound, position: Position): void {
  game.sendNear(position, soundPacket(sound, position))
}

/** A sound as clients are told of it, the same in both versions. */
export function soundPacket({ name, category, volume, pitch }: Sound, { x, y, z }: Position): Packet {
  const eighths = (value: number) => Math.floor(value * 8)
  return {
    name: 'sound_effect',
    params: {
      sound: { data: { soundName: `minecraft:${name}` } },
      soundCategory: category,
      x: eighths(x),
      y: eighths(y),
      z: eighths(z),
      volume,
      pitch,
      seed: 0n,
    },
  }
}
