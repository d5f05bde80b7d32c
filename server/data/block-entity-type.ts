/**
 * The kind of block entity that a block has, such as `sign` for an `oak_wall_sign`; null for blocks without one
 * (Minecraft Wiki: Block entity).
 */
export function blockEntityType(block: string): string | null {
  if (own.has(block)) return block
  for (const [ending, type] of endings) if (ending.test(block)) return type
  return null
}

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
