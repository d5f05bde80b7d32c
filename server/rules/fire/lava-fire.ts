import type { Game } from '../../game/game.ts'
import type { WorldBlock } from '../../world/world.ts'
import { neighbor } from '../faces.ts'
import { catchesAt, hasFuelAround, setFire } from './fire-places.ts'

/** Lava sets fire to what burns near it: up to two blocks above, or on blocks beside it. Source: Minecraft Wiki, Lava. */
export function kindle(game: Game, { position }: WorldBlock): void {
  if (!game.rules.fireTick) return
  const random = game.stream('fire')
  const aside = () => random.below(3) - 1
  const steps = random.below(3)
  let place = position
  for (let step = 0; step < steps; step++) {
    place = { x: place.x + aside(), y: place.y + 1, z: place.z + aside() }
    const state = game.world.blockStateAt(place)
    if (state !== 0 && game.registry.blockOfState(state).boundingBox === 'block') return
    if (state === 0 && hasFuelAround(game, place)) {
      setFire(game, place)
      return
    }
  }
  for (let attempt = 0; steps === 0 && attempt < 3; attempt++) {
    const beside = { x: position.x + aside(), y: position.y, z: position.z + aside() }
    const above = neighbor(beside, 'up')
    if (game.world.blockStateAt(above) === 0 && catchesAt(game, beside) > 0) setFire(game, above)
  }
}
