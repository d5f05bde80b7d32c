import * as z from 'zod'
import type { BeliefDraft } from '../../core/belief.ts'
import { CONTAINERS } from '../../core/containers.ts'
import { countOf, type ItemCounts, itemCountsSchema } from '../../core/item-counts.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { blockPosition, type Position, positionSchema, samePosition } from '../../core/position.ts'
import { type Act, doubted, seen } from './seen.ts'

/**
 * What opening a chest showed: what lies in it now. A chest that was not where it was believed to be, and a thing that was
 * not in it, are given up; what the agent took out itself is not there any more.
 */
export function chestEvidence(act: Act, knowledge: Knowledge): readonly BeliefDraft[] {
  const look = lookInto(act)
  if (look === null) return isMissing(act) ? missingChest(act, knowledge) : []
  const { position, items, moved } = look
  const believed = knowledge.contentsAt(position)
  const names = new Set([...Object.keys(items), ...Object.keys(moved), ...believed.map(({ item }) => item)])
  return [...names].sort().map((item) => {
    const count = countOf(items, item)
    const known = believed.find((claim) => claim.item === item)
    if (count === 0 && known !== undefined && countOf(moved, item) === 0)
      return asPerception(doubted(known, act.result.message))
    return asPerception(seen({ type: 'contains', position, item, count }))
  })
}

interface Look {
  readonly position: Position
  /** What was in it in the end. */
  readonly items: ItemCounts
  /** What was taken out or put in. */
  readonly moved: ItemCounts
}

const contentsSchema = z.object({
  items: itemCountsSchema,
  moved: itemCountsSchema.default({}),
  /** Where the chest stands, in acts that do not name it. */
  at: positionSchema.optional(),
})

/** What the act found in the chest that it opened; null where it opened none. */
export function lookInto({ arguments: [place], result }: Act): Look | null {
  const value = 'value' in result ? result.value : null
  const window = windowSchema.safeParse(value)
  const contents = contentsSchema.safeParse(window.success ? itemsIn(window.data) : value)
  const position = contents.success ? (contents.data.at ?? positionSchema.safeParse(place).data) : undefined
  if (!contents.success || position === undefined) return null
  const { items, moved } = contents.data
  return { position: blockPosition(position), items, moved }
}

/** The window of a chest as skill code gets to see it. */
const windowSchema = z.object({
  type: z.string().regex(/generic_9x|shulker_box/),
  slots: z.array(z.object({ name: z.string(), count: z.number() }).nullable()),
  inventoryStart: z.number(),
})

function itemsIn({ slots, inventoryStart }: z.infer<typeof windowSchema>): { readonly items: ItemCounts } {
  const items: Record<string, number> = {}
  for (const slot of slots.slice(0, inventoryStart)) {
    if (slot !== null) items[slot.name] = (items[slot.name] ?? 0) + slot.count
  }
  return { items }
}

/** Whether there was no chest where the act looked for one. */
export function isMissing({ result }: Act): boolean {
  return !result.ok && result.code === 'not-found' && /^There is no chest/.test(result.message)
}

function missingChest(act: Act, knowledge: Knowledge): readonly BeliefDraft[] {
  const place = positionSchema.safeParse(act.arguments[0])
  if (!place.success) return []
  const position = blockPosition(place.data)
  const stands = CONTAINERS.flatMap((name) => knowledge.placesOf(name)).filter((claim) =>
    samePosition(blockPosition(claim.position), position),
  )
  return [...stands, ...knowledge.contentsAt(position)].map((claim) =>
    asPerception(doubted(claim, act.result.message)),
  )
}

function asPerception(draft: BeliefDraft): BeliefDraft {
  return { ...draft, kind: 'perception' }
}
