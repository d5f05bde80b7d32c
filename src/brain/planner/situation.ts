import type { MindView } from '../../core/brain.ts'
import { ownedItems } from '../../core/goal-holds.ts'
import type { ItemCounts } from '../../core/item-counts.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { distanceBetween } from '../../core/position.ts'
import { type ChestStock, chestStock } from './chest-stock.ts'
import { type Experience, NO_EXPERIENCE } from './experience.ts'
import { type PartnerStock, partnerStock } from './partner-stock.ts'

/** What a plan is made from: beliefs, what is owned, and how far away things are. */
export interface Situation {
  readonly knowledge: Knowledge
  readonly owned: ItemCounts
  /** What teammates would give. */
  readonly stock: PartnerStock
  /** What lies ready in chests. */
  readonly chests: ChestStock
  readonly tick: number
  /** Blocks that a bare hand is known to get nothing from. */
  readonly bareHandFails: ReadonlySet<string>
  /** Blocks of which the tool is a guess: it has to be taken into the hand, since nobody believes in it. */
  readonly guessed: ReadonlySet<string>
  /** Blocks to the nearest place where the block is believed to stand; null where none is known. */
  readonly distanceTo: (block: string) => number | null
  readonly mobsSeen: ReadonlySet<string>
  /** Claim keys of methods that failed lately, with how much dearer they count. */
  readonly penalties: ReadonlyMap<string, number>
  /** How long one item took before, in ticks, by the same keys. */
  readonly experience: ReadonlyMap<string, number>
}

export function situationOf(
  view: MindView,
  penalties: Situation['penalties'] = new Map(),
  experience: Experience = NO_EXPERIENCE,
): Situation {
  const { percept, knowledge } = view
  const seen = new Map(percept.blocks.map((block) => [block.name, block.distance]))
  return {
    knowledge,
    owned: ownedItems(percept),
    stock: partnerStock(view),
    chests: chestStock(view, penalties),
    tick: percept.tick,
    bareHandFails: bareHandFails(view),
    guessed: new Set(),
    distanceTo: (block) => {
      const remembered = knowledge
        .placesOf(block)
        .map((place) => distanceBetween(place.position, percept.position))
      const found = experience.distanceTo(block)
      const distances = [...remembered, ...[seen.get(block), found].filter((one) => typeof one === 'number')]
      return distances.length === 0 ? null : Math.min(...distances)
    },
    mobsSeen: new Set(
      percept.entities.filter((entity) => entity.kind === 'mob').map((entity) => entity.name),
    ),
    penalties,
    experience: experience.ticks,
  }
}

/** Refuted beliefs that a bare hand is enough. */
function bareHandFails({ beliefs }: MindView): ReadonlySet<string> {
  return new Set(
    beliefs.flatMap(({ status, claim }) =>
      status === 'refuted' && claim?.type === 'tool' && claim.tools.length === 0 ? [claim.block] : [],
    ),
  )
}
