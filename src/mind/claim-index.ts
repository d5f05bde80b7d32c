import {
  type Claim,
  type ContainsClaim,
  claimKey,
  type DepthClaim,
  type DropClaim,
  type FuelClaim,
  type MobDropClaim,
  type PlaceClaim,
  type RecipeClaim,
  type SmeltingClaim,
  type ToolClaim,
} from '../core/claim.ts'
import { formatPosition } from '../core/position.ts'

/** Claims by what one looks them up for. Immutable; one claim per key, the last one given. */
export class ClaimIndex {
  readonly byKey: ReadonlyMap<string, Claim>
  readonly recipes: ReadonlyMap<string, readonly RecipeClaim[]>
  readonly smeltings: ReadonlyMap<string, readonly SmeltingClaim[]>
  readonly drops: ReadonlyMap<string, readonly DropClaim[]>
  readonly mobDrops: ReadonlyMap<string, readonly MobDropClaim[]>
  readonly places: ReadonlyMap<string, readonly PlaceClaim[]>
  readonly stores: ReadonlyMap<string, readonly ContainsClaim[]>
  readonly contents: ReadonlyMap<string, readonly ContainsClaim[]>
  readonly fuels: readonly FuelClaim[]
  /** Blocks with a depth. */
  readonly buried: readonly string[]

  constructor(claims: Iterable<Claim>) {
    const all = [...claims]
    this.byKey = new Map(all.map((claim) => [claimKey(claim), claim]))
    const kept = [...this.byKey.values()]
    this.recipes = grouped(kept.filter(isType('recipe')), (claim) => [claim.item])
    this.smeltings = grouped(kept.filter(isType('smelting')), (claim) => [claim.item])
    this.drops = grouped(kept.filter(isType('drop')), (claim) => claim.items)
    this.mobDrops = grouped(kept.filter(isType('mob-drop')), (claim) => claim.items)
    this.places = grouped(kept.filter(isType('place')), (claim) => [claim.what])
    const contents = kept.filter(isType('contains')).filter(({ count }) => count > 0)
    this.stores = grouped(contents, (claim) => [claim.item])
    this.contents = grouped(contents, (claim) => [formatPosition(claim.position)])
    this.fuels = kept.filter(isType('fuel'))
    this.buried = kept.filter(isType('depth')).map(({ block }) => block)
  }

  drop(block: string): DropClaim | null {
    const claim = this.byKey.get(`drop:${block}`)
    return claim?.type === 'drop' ? claim : null
  }

  tool(block: string): ToolClaim | null {
    const claim = this.byKey.get(`tool:${block}`)
    return claim?.type === 'tool' ? claim : null
  }

  smelting(from: string): SmeltingClaim | null {
    const claim = this.byKey.get(`smelting:${from}`)
    return claim?.type === 'smelting' ? claim : null
  }

  mobDrop(mob: string): MobDropClaim | null {
    const claim = this.byKey.get(`mob-drop:${mob}`)
    return claim?.type === 'mob-drop' ? claim : null
  }

  depth(block: string): DepthClaim | null {
    const claim = this.byKey.get(`depth:${block}`)
    return claim?.type === 'depth' ? claim : null
  }
}

/** The index of a list that never changes, such as innate knowledge; made once per list. */
export function indexOf(claims: readonly Claim[]): ClaimIndex {
  const known = indexes.get(claims)
  if (known !== undefined) return known
  const index = new ClaimIndex(claims)
  indexes.set(claims, index)
  return index
}

/** A memo of a pure function: it holds nothing that could differ. */
const indexes = new WeakMap<readonly Claim[], ClaimIndex>()

function isType<Type extends Claim['type']>(type: Type) {
  return (claim: Claim): claim is Extract<Claim, { type: Type }> => claim.type === type
}

function grouped<T>(
  claims: readonly T[],
  names: (claim: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const claim of claims) {
    for (const name of names(claim)) {
      const group = groups.get(name)
      if (group === undefined) groups.set(name, [claim])
      else group.push(claim)
    }
  }
  return groups
}
