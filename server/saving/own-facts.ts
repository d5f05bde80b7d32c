import * as z from 'zod'
import { errorMessage } from '../../src/core/errors.ts'
import { minecraftVersionSchema } from '../data/minecraft-version.ts'
import type { Game } from '../game/game.ts'
import { type GameRuleName, initialGameRules } from '../game/game-rules.ts'
import { gameModes } from '../protocol/version-protocol.ts'
import { type WorldDefinition, worldDefinitionSchema, worldRulesSchema } from '../world/world-definition.ts'
import { displayFactsOf, displayFactsSchema, restoreDisplays } from './display-facts.ts'
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
  /** Vanilla's rules that no world definition has, as far as they are not vanilla's. */
  gameRules: z.record(z.string(), z.union([z.boolean(), z.number()])),
  defaultGameMode: z.enum(gameModes).nullable(),
  /** Names in small letters. */
  operators: z.array(z.string()),
  /** Reasons by name in small letters. */
  banned: z.record(z.string(), z.string()),
  whitelist: z.strictObject({ isOn: z.boolean(), names: z.array(z.string()) }),
  /** Keys of columns that stay in the world, and of those that got their first animals. */
  forcedColumns: z.array(z.string()),
  settledColumns: z.array(z.string()),
  displays: displayFactsSchema.prefault({}),
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
    gameRules: Object.fromEntries(Object.entries(game.gameRules).filter(isChangedRule)),
    defaultGameMode: game.defaultGameMode,
    operators: [...game.operators].sort(),
    banned: Object.fromEntries(game.banned),
    whitelist: { isOn: game.whitelist.isOn, names: [...game.whitelist.names] },
    forcedColumns: [...game.forcedColumns],
    settledColumns: [...game.settledColumns],
    displays: displayFactsOf(game),
    lastEntity: game.lastId,
  }
}

/** Brings back what this file alone knows. */
export function restoreOwnFacts(game: Game, facts: OwnFacts): void {
  game.rules = facts.rules
  const known = Object.entries(facts.gameRules).filter(([name]) => name in game.gameRules)
  Object.assign(game.gameRules, Object.fromEntries(known))
  game.defaultGameMode = facts.defaultGameMode
  for (const name of facts.operators) game.operators.add(name)
  for (const [name, reason] of Object.entries(facts.banned)) game.banned.set(name, reason)
  game.whitelist.isOn = facts.whitelist.isOn
  for (const name of facts.whitelist.names) game.whitelist.names.add(name)
  for (const key of facts.forcedColumns) game.forcedColumns.add(key)
  for (const key of facts.settledColumns) game.settledColumns.add(key)
  restoreDisplays(game, facts.displays)
  game.countIdsFrom(facts.lastEntity)
  // Whether there was any is not kept; to look for power costs little.
  game.redstone.isUsed = true
}

function isChangedRule([name, value]: readonly [string, boolean | number]): boolean {
  return initialGameRules[name as GameRuleName] !== value
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
