import loadMinecraftData from 'minecraft-data'
import * as z from 'zod'

const identifier = z.union([z.number(), z.object({ id: z.number() })]).nullable()
const recipe = z.object({
  result: z.object({ id: z.number(), count: z.number().optional() }),
  inShape: z.array(z.array(identifier)).optional(),
  ingredients: z.array(identifier).optional(),
})
const block = z.object({
  name: z.string(),
  diggable: z.boolean(),
  drops: z.array(z.union([z.number(), z.object({ drop: z.unknown() })])),
  harvestTools: z.record(z.string(), z.boolean()).optional(),
})
const gameDataSchema = z.object({
  items: z.record(z.string(), z.object({ id: z.number(), name: z.string(), stackSize: z.number() })),
  blocksArray: z.array(block),
  recipes: z.record(z.string(), z.array(recipe)),
  entityLoot: z.record(
    z.string(),
    z.object({ entity: z.string(), drops: z.array(z.object({ item: z.string() })) }),
  ),
})

export type GameRecipe = z.infer<typeof recipe>
export type GameBlock = z.infer<typeof block>
export type GameData = z.infer<typeof gameDataSchema>

/**
 * The part of minecraft-data that innate knowledge is drawn from, the same object each time: to check it takes some 25 ms.
 * Throws for a version that it does not know.
 */
export function gameData(version: string): GameData {
  const data = checked.get(version) ?? checkedData(version)
  checked.set(version, data)
  return data
}

const checked = new Map<string, GameData>()

function checkedData(version: string): GameData {
  const data: unknown = loadMinecraftData(version)
  if (data === null || data === undefined) {
    throw new Error(
      `There is no game data for Minecraft "${version}": use a version that Mineflayer supports.`,
    )
  }
  return gameDataSchema.parse(data)
}
