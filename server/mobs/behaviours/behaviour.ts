import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'

/** One thing that a mob may do in a tick. Returns true when it did, which leaves the less important ones no turn. */
export type Behaviour = (game: Game, mob: MobEntity) => boolean
