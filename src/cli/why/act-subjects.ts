import { ingredientKey } from '../../core/claim.ts'
import type { ItemCounts } from '../../core/item-counts.ts'
import { positionSchema } from '../../core/position.ts'
import { laidOut } from '../../mind/evidence/laid-out.ts'
import type { Act } from '../../mind/evidence/seen.ts'

/** What an act relies on: keys of claims, or with a `:` at the end the beginning of such keys. */
export function subjectsOf(act: Act): readonly string[] {
  const [first, second] = act.arguments
  switch (act.name) {
    case 'mineBlock':
      return [`drop:${first}`, `tool:${first}`]
    case 'craftItem':
      return [`recipe:${first}:${keyOf(laidOut(act))}`]
    case 'smeltItem':
      return [`smelting:${first}`, `fuel:${second}`]
    case 'killMob':
      return [`mob-drop:${first}`]
    case 'getItemFromChest':
    case 'depositItemIntoChest':
    case 'checkItemInsideChest':
      return placeOf(first)
    default:
      return []
  }
}

function placeOf(argument: unknown): readonly string[] {
  const place = positionSchema.safeParse(argument)
  if (!place.success) return []
  const { x, y, z: depth } = place.data
  const block = [x, y, depth].map(Math.floor).join()
  return [`place:${block}`, `contains:${block}:`]
}

function keyOf(ingredients: ItemCounts | null): string {
  return ingredients === null ? '' : ingredientKey(ingredients)
}
