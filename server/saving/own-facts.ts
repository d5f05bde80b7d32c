import * as z from 'zod'
import { errorMessage } from '../../src/core/errors.ts'
import { minecraftVersionSchema } from '../data/minecraft-version.ts'
import type { Game } from '../game/game.ts'
import { type WorldDefinition, worldDefinitionSchema, worldRulesSchema } from '../world/world-definition.ts'
import { type SaveFolder, tornFile } from './save-folder.ts'

/** The file with what Anvil has no place for. */
export const OWN_FILE = 'kithcraft.json'

const ownFactsSchema = z.strictObject({
  /** Number of this file's own format. */
  format: z.literal(1),
  version: minecraftVersionSchema,
  seed: z.number().int(),
  /** The world as it was when it was new; its generator makes the land that nobody has seen yet. */
  world: worldDefinitionSchema,
  rules: worldRulesSchema,
  /** Names of operators in small letters. */
  operators: z.array(z.string()),
  /** Number of the newest entity: later ones count on, so that no two have the same UUID. */
  lastEntity: z.number().int().nonnegative(),
})

export type OwnFacts = Readonly<z.infer<typeof ownFactsSchema>>

export function ownFactsOf(game: Game, world: WorldDefinition): OwnFacts {
  return {
    format: 1,
    version: game.registry.version,
    seed: game.options.seed,
    world,
    rules: game.rules,
    operators: [...game.operators].sort(),
    lastEntity: game.lastId,
  }
}

export function encodeOwnFacts(facts: OwnFacts): Buffer {
  return Buffer.from(`${JSON.stringify(facts, null, 2)}\n`)
}

/** Reads our file; null where there is none. @throws InputError when it is torn or of a later format */
export function readOwnFacts(folder: SaveFolder): OwnFacts | null {
  const bytes = folder.read(OWN_FILE)
  if (bytes === null) return null
  try {
    const result = ownFactsSchema.safeParse(JSON.parse(bytes.toString('utf8')))
    if (result.success) return result.data
    const [issue] = result.error.issues
    throw new Error(`"${issue?.path.join('.')}": ${issue?.message}`)
  } catch (error) {
    throw tornFile(`${folder.path}/${OWN_FILE}`, errorMessage(error))
  }
}
