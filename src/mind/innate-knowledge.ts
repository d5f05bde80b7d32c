import type { Claim } from '../core/claim.ts'
import { fuelValue, SMELTING } from '../core/smelting-table.ts'
import { extraDrops, MOB_DROPS } from './drop-table.ts'
import { type GameBlock, type GameData, type GameRecipe, gameData } from './game-data.ts'
import { oreDepths } from './ore-depths.ts'

/**
 * All that an expert knows of a Minecraft version before it has seen anything: recipes with each variant as a claim of
 * its own, drops, harvest tools, smelting, fuels, what mobs give and how deep ores lie. Takes some 50 ms: keep the result.
 * Throws for a version without game data.
 */
export function innateClaims(version: string): readonly Claim[] {
  const data = gameData(version)
  const items = new Set(Object.values(data.items).map((item) => item.name))
  return [
    ...recipeClaims(data),
    ...blockClaims(data),
    ...furnaceClaims(items),
    ...oreDepths(new Set(data.blocksArray.map((block) => block.name))),
    ...Object.values(data.entityLoot).flatMap(({ entity, drops }) =>
      mobClaims(
        entity,
        drops.map((drop) => drop.item),
      ),
    ),
  ]
}

function recipeClaims(data: GameData): Claim[] {
  const claims = Object.values(data.recipes)
    .flat()
    .map((recipe) => recipeClaim(recipe, data))
    .filter((claim) => claim !== null)
  const seen = new Set<string>()
  return claims.filter((claim) => {
    const text = JSON.stringify(claim)
    return !seen.has(text) && seen.add(text)
  })
}

function recipeClaim(recipe: GameRecipe, data: GameData): Claim | null {
  const cells = recipe.inShape?.flat() ?? recipe.ingredients ?? []
  const names = cells
    .filter((cell) => cell !== null)
    .map((cell) => nameOf(typeof cell === 'number' ? cell : cell.id, data))
    .filter((name) => name !== null && name !== 'air')
  const item = nameOf(recipe.result.id, data)
  // The data of 1.21.4 lists a recipe for air.
  if (item === null || item === 'air' || names.length === 0 || names.includes(null)) return null
  const ingredients: Record<string, number> = {}
  for (const name of names.sort()) if (name !== null) ingredients[name] = (ingredients[name] ?? 0) + 1
  return { type: 'recipe', item, makes: recipe.result.count ?? 1, ingredients, table: needsTable(recipe) }
}

function needsTable(recipe: GameRecipe): boolean {
  if (recipe.inShape === undefined) return (recipe.ingredients?.length ?? 0) > 4
  return recipe.inShape.length > 2 || recipe.inShape.some((row) => row.length > 2)
}

function blockClaims(data: GameData): Claim[] {
  return data.blocksArray
    .filter((block) => block.diggable && !isMadeByPlayers(block.name))
    .flatMap((block) => [dropClaim(block, data), toolClaim(block, data)])
    .filter((claim) => claim !== null)
}

/** Blocks that exist only where a player changed or put up something: nobody goes looking for them. */
function isMadeByPlayers(block: string): boolean {
  return (
    /^(stripped|waxed|potted|infested|attached)_|(^|_)wall_|wire$|_cake$|_cauldron$|_stem$/.test(block) &&
    !/^(crimson|warped|mushroom)_stem$/.test(block)
  )
}

function dropClaim(block: GameBlock, data: GameData): Claim | null {
  const listed = block.drops.map((drop) => (typeof drop === 'number' ? nameOf(drop, data) : null))
  const extra = extraDrops(block.name)
  const items = extra.length > 0 ? [...extra] : [...new Set(listed.filter((name) => name !== null))]
  return items.length === 0 ? null : { type: 'drop', block: block.name, items }
}

function toolClaim(block: GameBlock, data: GameData): Claim {
  const tools = Object.keys(block.harvestTools ?? {})
    .map((id) => nameOf(Number(id), data))
    .filter((name) => name !== null)
  return { type: 'tool', block: block.name, tools }
}

function furnaceClaims(items: ReadonlySet<string>): Claim[] {
  const smelting = SMELTING.filter(([item, from]) => items.has(item) && items.has(from)).map(
    ([item, from]): Claim => ({ type: 'smelting', item, from }),
  )
  const fuels = [...items].flatMap((item): Claim[] => {
    const smelts = fuelValue(item)
    return smelts === null ? [] : [{ type: 'fuel', item, smelts }]
  })
  return [...smelting, ...fuels]
}

function mobClaims(mob: string, drops: readonly string[]): Claim[] {
  const items = [...(MOB_DROPS[mob] ?? [...new Set(drops)])]
  return items.length === 0 ? [] : [{ type: 'mob-drop', mob, items }]
}

function nameOf(id: number, data: GameData): string | null {
  return data.items[id]?.name ?? null
}
