import type { Game } from '../../game/game.ts'
import type { Player } from '../../game/player.ts'
import { playSound } from '../../game/sounds.ts'
import { withCount } from '../../inventory/item-stack.ts'
import { neighbor } from '../faces.ts'
import type { BlockUse } from '../placing.ts'
import { igniteTnt } from '../tnt.ts'
import { afterUses } from '../wear.ts'
import { canBurnAt, setFire } from './fire-places.ts'

/** Lights a fire with flint and steel or a fire charge. Says whether it did. Source: Minecraft Wiki, Flint and Steel; Fire Charge. */
export function lightFire(game: Game, player: Player, use: BlockUse): boolean {
  const { held } = player
  const isCharge = held?.name === 'fire_charge'
  if (use.offHand || held === null || (held.name !== 'flint_and_steel' && !isCharge)) return false
  if (player.gameMode === 'adventure' || player.gameMode === 'spectator' || !light(game, use)) return false
  const name = isCharge ? 'item.firecharge.use' : 'item.flintandsteel.use'
  playSound(game, { name, category: 'block', position: use.position, volume: 1, pitch: 1 })
  if (player.gameMode === 'creative') return true
  player.held = isCharge ? withCount(held, held.count - 1) : afterUses(game, held, 1)
  return true
}

function light(game: Game, { position, face }: BlockUse): boolean {
  const { name, properties } = game.world.blockAt(position)
  if (name === 'tnt') {
    igniteTnt(game, position)
    return true
  }
  if (
    /^(soul_)?campfire$|candle/.test(name) &&
    properties.lit === 'false' &&
    properties.waterlogged !== 'true'
  ) {
    return game.world.setBlock(position, name, { ...properties, lit: 'true' })
  }
  const place = neighbor(position, face)
  return game.world.blockStateAt(place) === 0 && canBurnAt(game, place) && setFire(game, place)
}
