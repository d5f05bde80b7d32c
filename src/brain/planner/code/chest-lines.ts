import { type ContainsClaim, claimKey } from '../../../core/claim.ts'
import type { Kind } from '../kind.ts'
import { identifier } from '../kind.ts'
import { type Pen, quoted } from './pen.ts'

/** The chests out of which members of the kind are to be taken. */
export function storesFor({ items }: Kind, { situation, taken }: Pick<Pen, 'situation' | 'taken'>) {
  return items.filter((item) => taken.has(item)).flatMap((item) => situation.chests.stores(item))
}

/**
 * Code that takes out of chests what is believed to lie there. Where that is not so it ends with what was found instead: the
 * rest of the code was written counting on it.
 */
export function chestLines(kind: Kind, pen: Pen): readonly string[] {
  const stores = storesFor(kind, pen)
  pen.relyOn(stores.map(claimKey))
  return stores.flatMap((store) => takingOut(store, pen))
}

function takingOut(store: ContainsClaim, pen: Pen): readonly string[] {
  const { item, count, position } = store
  const { x, y, z } = position
  const left = identifier('left', [item, `at_${[x, y, z].join('_').replaceAll('-', 'm')}`])
  pen.declare(`let ${left} = ${count}`)
  return [
    `if (most() < count && ${left} > 0) {`,
    `  const wanted = Math.min(${left}, count - held(${quoted(item)}))`,
    `  ${left} -= wanted`,
    `  const taken = await getItemFromChest(bot, new Vec3(${x}, ${y}, ${z}), { ${item}: wanted })`,
    '  if (!taken.ok && most() < count) throw new Error(taken.message)',
    '}',
  ]
}
