import type { MinecraftVersion } from './minecraft-version.ts'

/**
 * The kind of block entity that a block has, such as `sign` for an `oak_wall_sign`; null for blocks without one
 * (Minecraft Wiki: Block entity).
 */
export function blockEntityType(block: string): string | null {
  if (own.has(block)) return block
  for (const [ending, type] of endings) if (ending.test(block)) return type
  return null
}

/** All kinds of block entities of the version, in the order of their numbers in packets. */
export function blockEntityTypes(version: MinecraftVersion): readonly string[] {
  return version === '1.20.1' ? TYPES.filter((type) => !LATER_TYPES.has(type)) : TYPES
}

const TYPES: readonly string[] = [
  'furnace',
  'chest',
  'trapped_chest',
  'ender_chest',
  'jukebox',
  'dispenser',
  'dropper',
  'sign',
  'hanging_sign',
  'mob_spawner',
  'creaking_heart',
  'piston',
  'brewing_stand',
  'enchanting_table',
  'end_portal',
  'beacon',
  'skull',
  'daylight_detector',
  'hopper',
  'comparator',
  'banner',
  'structure_block',
  'end_gateway',
  'command_block',
  'shulker_box',
  'bed',
  'conduit',
  'barrel',
  'smoker',
  'blast_furnace',
  'lectern',
  'bell',
  'jigsaw',
  'campfire',
  'beehive',
  'sculk_sensor',
  'calibrated_sculk_sensor',
  'sculk_catalyst',
  'sculk_shrieker',
  'chiseled_bookshelf',
  'brushable_block',
  'decorated_pot',
  'crafter',
  'trial_spawner',
  'vault',
]

/** Those that came after 1.20.1. */
const LATER_TYPES: ReadonlySet<string> = new Set(['creaking_heart', 'crafter', 'trial_spawner', 'vault'])

/** Blocks with a kind of block entity of their own name. */
const own: ReadonlySet<string> = new Set([
  'furnace',
  'chest',
  'trapped_chest',
  'ender_chest',
  'jukebox',
  'dispenser',
  'dropper',
  'brewing_stand',
  'enchanting_table',
  'beacon',
  'daylight_detector',
  'hopper',
  'comparator',
  'shulker_box',
  'conduit',
  'barrel',
  'smoker',
  'blast_furnace',
  'lectern',
  'bell',
  'campfire',
  'chiseled_bookshelf',
  'decorated_pot',
])

const endings: readonly (readonly [ending: RegExp, type: string])[] = [
  [/_hanging_sign$/, 'hanging_sign'],
  [/_sign$/, 'sign'],
  [/_bed$/, 'bed'],
  [/_banner$/, 'banner'],
  [/_shulker_box$/, 'shulker_box'],
  [/_(skull|head)$/, 'skull'],
  [/^soul_campfire$/, 'campfire'],
  [/^(beehive|bee_nest)$/, 'beehive'],
  [/^spawner$/, 'mob_spawner'],
]
