import type { Position } from '../../src/core/position.ts'
import type { BlockProperties } from '../data/block-kind.ts'
import type { Game } from '../game/game.ts'
import { playBlockSound } from '../game/sounds.ts'
import { type Face, opposite } from './faces.ts'

/** Ticks for which a button stays pressed. Source: Minecraft Wiki, "Button". */
const STONE_TICKS = 20
const WOODEN_TICKS = 30

/** Whether the block is a lever or button. */
export function isSwitch(name: string): boolean {
  return name === 'lever' || name.endsWith('_button')
}

/** Flips a lever or presses a button. Says whether the block is one. */
export function useSwitch(game: Game, position: Position): boolean {
  const { name, properties } = game.world.blockAt(position)
  if (!isSwitch(name)) return false
  const isLever = name === 'lever'
  if (!isLever && properties.powered === 'true') return true
  const powered = isLever && properties.powered === 'true' ? 'false' : 'true'
  game.world.setBlock(position, name, { ...properties, powered })
  soundSwitch(game, position, name, powered === 'true')
  if (!isLever) game.buttonTicks.schedule(position, game.tick + pressTicks(name))
  return true
}

/** Lets pressed buttons spring back. */
export function tickButtons(game: Game): void {
  if (game.buttonTicks.isEmpty) return
  for (const position of game.buttonTicks.take(game.tick)) {
    const { name, properties } = game.world.blockAt(position)
    if (!name.endsWith('_button')) continue
    game.world.setBlock(position, name, { ...properties, powered: 'false' })
    soundSwitch(game, position, name, false)
  }
}

/** The side on which a lever or button with these properties is fixed to a block. */
export function fixedSide(properties: BlockProperties): Face {
  if (properties.face === 'floor') return 'down'
  return properties.face === 'ceiling' ? 'up' : opposite(properties.facing as Face)
}

function soundSwitch(game: Game, position: Position, name: string, isOn: boolean): void {
  if (name === 'lever') {
    playBlockSound(game, position, { name: 'block.lever.click', volume: 0.3, pitch: isOn ? 0.6 : 0.5 })
    return
  }
  const material = /^(stone|polished_blackstone)_/.test(name) ? 'stone' : 'wooden'
  playBlockSound(game, position, { name: `block.${material}_button.click_${isOn ? 'on' : 'off'}` })
}

function pressTicks(name: string): number {
  return /^(stone|polished_blackstone)_/.test(name) ? STONE_TICKS : WOODEN_TICKS
}
