import type { Position } from '../../src/core/position.ts'
import type { BlockProperties } from '../data/block-kind.ts'
import { sendBlockAction } from '../game/block-events.ts'
import type { Game } from '../game/game.ts'
import { playBlockSound } from '../game/sounds.ts'
import type { WorldBlock } from '../world/world.ts'
import { neighbor } from './faces.ts'
import { powerAt } from './redstone/signals.ts'

const NOTES = 25

/** Instruments by what is below the block; the first that fits (Minecraft Wiki, "Note Block"). */
const instruments: readonly (readonly [blocks: RegExp, instrument: string])[] = [
  [/^gold_block$/, 'bell'],
  [/^clay$/, 'flute'],
  [/^packed_ice$/, 'chime'],
  [/_wool$/, 'guitar'],
  [/^bone_block$/, 'xylophone'],
  [/^iron_block$/, 'iron_xylophone'],
  [/^soul_sand$/, 'cow_bell'],
  [/^pumpkin$/, 'didgeridoo'],
  [/^emerald_block$/, 'bit'],
  [/^hay_block$/, 'banjo'],
  [/^glowstone$/, 'pling'],
  [/(glass|^sea_lantern|^beacon)$/, 'hat'],
  [/(sand|gravel|concrete_powder)$/, 'snare'],
]

/** The instrument that a note block plays where it stands. */
export function noteBlockShape(game: Game, block: WorldBlock): BlockProperties {
  const { name, kind } = game.world.blockAt(neighbor(block.position, 'down'))
  const known = instruments.find(([blocks]) => blocks.test(name))?.[1]
  return { instrument: known ?? materialInstrument(kind.material) }
}

function materialInstrument(material: string): string {
  if (material.includes('mineable/pickaxe')) return 'basedrum'
  return material.includes('mineable/axe') ? 'bass' : 'harp'
}

/** The player tunes the note block up by one, and hears it. Says whether the block is one. */
export function tuneNoteBlock(game: Game, { position, name, properties }: WorldBlock): boolean {
  if (name !== 'note_block') return false
  const note = String((Number(properties.note) + 1) % NOTES)
  game.world.setBlock(position, name, { ...properties, note })
  playNote(game, position)
  return true
}

/** Lets the note block sound, unless something stands on it. Other blocks are silent. */
export function playNote(game: Game, position: Position): void {
  const { name, properties } = game.world.blockAt(position)
  if (name !== 'note_block' || game.world.blockStateAt(neighbor(position, 'up')) !== 0) return
  sendBlockAction(game, position, 0, 0)
  const sound = `block.note_block.${properties.instrument}`
  playBlockSound(game, position, {
    name: sound,
    volume: 3,
    pitch: 2 ** ((Number(properties.note) - 12) / 12),
    spread: 0,
  })
}

/** A note block sounds when power comes. */
export function powerNoteBlock(game: Game, { position, name, properties }: WorldBlock): void {
  const powered = String(powerAt(game, position) > 0)
  if (powered === properties.powered) return
  game.world.setBlock(position, name, { ...properties, powered })
  if (powered === 'true') playNote(game, position)
}
