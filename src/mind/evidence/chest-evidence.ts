import type { BeliefDraft } from '../../core/belief.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { type Position, positionSchema } from '../../core/position.ts'
import { type Act, doubted } from './seen.ts'

/** A chest that was not where it was believed to be. */
export function chestEvidence(act: Act, knowledge: Knowledge): readonly BeliefDraft[] {
  const { result } = act
  const place = positionSchema.safeParse(act.arguments[0])
  if (
    result.ok ||
    result.code !== 'not-found' ||
    !/^There is no chest/.test(result.message) ||
    !place.success
  ) {
    return []
  }
  return CONTAINERS.flatMap((name) => knowledge.placesOf(name))
    .filter(({ position }) => isSameBlock(position, place.data))
    .map((claim) => ({ ...doubted(claim, result.message), kind: 'perception' as const }))
}

const CONTAINERS = ['chest', 'trapped_chest', 'barrel', 'ender_chest', 'shulker_box']

function isSameBlock(first: Position, second: Position): boolean {
  return (['x', 'y', 'z'] as const).every((axis) => Math.floor(first[axis]) === Math.floor(second[axis]))
}
