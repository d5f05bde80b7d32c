import type { SeenEntity } from '../../core/percept.ts'
import { distanceBetween, type Position } from '../../core/position.ts'
import type { Block, Bot, Entity } from '../mineflayer-library.ts'
import { positionValue } from '../values/position-value.ts'

type Activity = NonNullable<SeenEntity['activity']>

/** After so many ticks what somebody was seen doing is over. */
const LASTING = 400
/** Who is farther than that from where it was at the last look is on the move, in blocks. */
const STEP = 1

/** Notes what other players around a bot are seen doing: digging what, swinging an arm, moving. */
export class ActivityWatch {
  readonly #bot: Bot
  readonly #tick: () => number
  readonly #acts = new Map<number, Activity>()
  readonly #places = new Map<number, Position>()

  /** @param tick the time that activities are stamped with */
  constructor(bot: Bot, tick: () => number) {
    this.#bot = bot
    this.#tick = tick
    const watched = bot as unknown as Watched
    watched.on('blockBreakProgressObserved', (block, _stage, entity) => this.#dig(block, entity))
    watched.on('entitySwingArm', (entity) => this.#swing(entity))
    watched.on('entityGone', (entity) => this.#forget(entity))
  }

  /** What the player is doing; to be asked once per look, since moving is told from the place of the look before. */
  of(entity: Entity): Activity | null {
    if (entity.type !== 'player') return null
    const tick = this.#tick()
    const before = this.#places.get(entity.id)
    const place = positionValue(entity.position)
    this.#places.set(entity.id, place)
    const act = this.#acts.get(entity.id)
    if (act !== undefined && tick - act.tick <= LASTING) return act
    const moves = before !== undefined && distanceBetween(before, place) > STEP
    return { type: moves ? 'moving' : 'resting', block: null, tick }
  }

  #dig(block: Block | null, entity: Entity | null | undefined): void {
    if (block === null || !this.#isOther(entity) || block.name === 'air') return
    this.#acts.set(entity.id, { type: 'digging', block: block.name, tick: this.#tick() })
  }

  /** Arms swing while they dig: that says no more than what is known. */
  #swing(entity: Entity): void {
    if (!this.#isOther(entity)) return
    const tick = this.#tick()
    const act = this.#acts.get(entity.id)
    if (act?.type === 'digging' && tick - act.tick <= LASTING) return
    this.#acts.set(entity.id, { type: 'swinging', block: null, tick })
  }

  #forget({ id }: Entity): void {
    this.#acts.delete(id)
    this.#places.delete(id)
  }

  #isOther(entity: Entity | null | undefined): entity is Entity {
    return entity?.type === 'player' && entity !== this.#bot.entity
  }
}

/** Events of a bot that are told here; the published types leave the digger out. */
interface Watched {
  on(
    event: 'blockBreakProgressObserved',
    listener: (block: Block | null, stage: number, entity?: Entity | null) => void,
  ): void
  on(event: 'entitySwingArm' | 'entityGone', listener: (entity: Entity) => void): void
}
