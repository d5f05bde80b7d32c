import { distanceBetween, type Position } from '../../src/core/position.ts'
import type { Packet } from '../protocol/packet.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

/** Blocks that a sound of volume 1 or less carries; louder ones carry as many times as far. */
export const SOUND_REACH = 16

export const soundCategories = [
  'master',
  'music',
  'record',
  'weather',
  'block',
  'hostile',
  'neutral',
  'player',
  'ambient',
  'voice',
] as const

export type SoundCategory = (typeof soundCategories)[number]

export interface Sound {
  /** Such as `block.chest.open`. */
  readonly name: string
  readonly category: SoundCategory
  readonly position: Position
  readonly volume: number
  /** 1 as recorded, 2 an octave higher. */
  readonly pitch: number
}

/**
 * Lets everyone near hear a sound.
 *
 * @param except whose client makes the sound by itself, as it knows of its own acts
 */
export function playSound(game: Game, sound: Sound, except: Player | null = null): void {
  const reach = SOUND_REACH * Math.max(1, sound.volume)
  const hearers = [...game.players.values()].filter(
    (player) => player !== except && distanceBetween(player.position, sound.position) < reach,
  )
  if (hearers.length > 0) game.sendTo(hearers, soundPacket(sound))
}

/** Lets a block sound. @param spread how far the pitch may lie above and below the given one, half of it each way */
export function playBlockSound(
  game: Game,
  block: Position,
  sound: {
    readonly name: string
    readonly volume?: number
    readonly pitch?: number
    readonly spread?: number
  },
  except: Player | null = null,
): void {
  const { name, volume = 1, pitch = 1, spread = 0 } = sound
  const position = { x: block.x + 0.5, y: block.y + 0.5, z: block.z + 0.5 }
  const varied = spread === 0 ? pitch : pitch + (game.stream('sounds').float() - 0.5) * spread
  playSound(game, { name, category: 'block', position, volume, pitch: varied }, except)
}

/** The packet carries the name: numbers of sounds are off by one in the data that Mineflayer reads them with. */
export function soundPacket({ name, category, position, volume, pitch }: Sound): Packet {
  const eighths = (value: number) => Math.floor(value * 8)
  return {
    name: 'sound_effect',
    params: {
      sound: { data: { soundName: `minecraft:${name}` } },
      soundCategory: category,
      x: eighths(position.x),
      y: eighths(position.y),
      z: eighths(position.z),
      volume,
      pitch,
      seed: 0n,
    },
  }
}
