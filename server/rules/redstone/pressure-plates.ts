import { blockPosition, type Position } from '../../../src/core/position.ts'
import { perState } from '../../data/per-state.ts'
import type { Body, Entity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import type { Player } from '../../game/player.ts'
import type { WorldBlock } from '../../world/world.ts'
import { platePower } from './signals.ts'

/** How much of the block's edge the plate leaves free. */
const MARGIN = 1 / 16
const HEIGHT = 1 / 4
/** Ticks after which a pressed plate looks whether anything is still on it. Source: Minecraft Wiki, "Pressure Plate". */
const HOLD = 20
const WEIGHTED_HOLD = 10
/** Bodies for full power. Source: Minecraft Wiki, "Weighted Pressure Plate". */
const LIGHT_FULL = 15
const HEAVY_FULL = 150

/** Presses the plates onto which bodies have moved. */
export function tickPressurePlates(game: Game): void {
  for (const player of game.players.values()) if (player.moved) press(game, player)
  for (const entity of game.entities.awake()) if (entity.moved) press(game, entity)
}

function press(game: Game, { position }: Body): void {
  const place = blockPosition(position)
  if (!isPlate(game.registry, game.world.blockStateAt(place))) return
  const block = game.world.blockAt(place)
  if (platePower(block) === 0) holdPlate(game, block)
}

const isPlate = perState((registry, state) => registry.blockOfState(state).name.endsWith('_pressure_plate'))

/** Gives the plate the power of what stands on it now. */
export function holdPlate(game: Game, { position, name, properties }: WorldBlock): void {
  const count = bodiesOn(game, position, name).length
  const isWeighted = 'power' in properties
  const full = name.startsWith('light_') ? LIGHT_FULL : HEAVY_FULL
  const power = Math.ceil((Math.min(count, full) / full) * 15)
  const state: Record<string, string> = isWeighted ? { power: String(power) } : { powered: String(count > 0) }
  game.world.setBlock(position, name, state)
  if (count > 0) game.redstone.ticks.schedule(position, game.tick + (isWeighted ? WEIGHTED_HOLD : HOLD))
}

function bodiesOn(game: Game, plate: Position, name: string): readonly Body[] {
  const bodies: readonly (Player | Entity)[] = [...game.players.values(), ...game.entities.values()]
  const needsLife = /^(stone|polished_blackstone)_/.test(name)
  return bodies.filter((body) => {
    if (needsLife && body.type !== 'player' && body.type !== 'mob') return false
    if (body.type === 'player' && (body.gameMode === 'spectator' || body.isDead)) return false
    return touches(body, plate)
  })
}

function touches({ position, kind }: Body, plate: Position): boolean {
  const half = kind.width / 2
  return (
    position.x + half > plate.x + MARGIN &&
    position.x - half < plate.x + 1 - MARGIN &&
    position.z + half > plate.z + MARGIN &&
    position.z - half < plate.z + 1 - MARGIN &&
    position.y < plate.y + HEIGHT &&
    position.y + kind.height > plate.y
  )
}
