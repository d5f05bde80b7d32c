import type {
  Claim,
  DropClaim,
  FuelClaim,
  MobDropClaim,
  RecipeClaim,
  SmeltingClaim,
  ToolClaim,
} from '../../core/claim.ts'

/** What an agent's book says, ready to be looked up. Null means that it says nothing about that thing. */
export interface BookKnowledge {
  /** Whether the book holds all of the game's data: then what it does not list does not exist. */
  readonly isFull: boolean
  recipesFor(item: string): readonly RecipeClaim[]
  smeltingOf(ingredient: string): SmeltingClaim | null
  smeltingsFor(item: string): readonly SmeltingClaim[]
  fuels(): readonly FuelClaim[]
  dropsOf(block: string): readonly string[] | null
  /** Names of the tools that the block needs; empty when a bare hand will do. */
  toolsFor(block: string): readonly string[] | null
  mobDropsOf(mob: string): readonly string[] | null
}

/** Looks up what the agent holds true, however incomplete or false it is. */
export function listedKnowledge(claims: readonly Claim[]): BookKnowledge {
  const recipes = claimsOf(claims, 'recipe')
  const smeltings = claimsOf(claims, 'smelting')
  const drops = new Map(claimsOf(claims, 'drop').map((claim: DropClaim) => [claim.block, claim.items]))
  const tools = new Map(claimsOf(claims, 'tool').map((claim: ToolClaim) => [claim.block, claim.tools]))
  const mobDrops = new Map(
    claimsOf(claims, 'mob-drop').map((claim: MobDropClaim) => [claim.mob, claim.items]),
  )
  return {
    isFull: false,
    recipesFor: (item) => recipes.filter((recipe) => recipe.item === item),
    smeltingOf: (ingredient) => smeltings.find((smelting) => smelting.from === ingredient) ?? null,
    smeltingsFor: (item) => smeltings.filter((smelting) => smelting.item === item),
    fuels: () => claimsOf(claims, 'fuel'),
    dropsOf: (block) => drops.get(block) ?? null,
    toolsFor: (block) => tools.get(block) ?? null,
    mobDropsOf: (mob) => mobDrops.get(mob) ?? null,
  }
}

function claimsOf<T extends Claim['type']>(
  claims: readonly Claim[],
  type: T,
): readonly Extract<Claim, { type: T }>[] {
  return claims.filter((claim): claim is Extract<Claim, { type: T }> => claim.type === type)
}
