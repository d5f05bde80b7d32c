/**
 * What a novice knows, as names of items and blocks: wood and how to work it by hand, and what lies loose on the
 * ground. It knows no tool, nothing of stone, ore, furnaces or animals.
 */
export const NOVICE_KNOWS: readonly string[] = [
  'oak_log',
  'spruce_log',
  'birch_log',
  'jungle_log',
  'acacia_log',
  'dark_oak_log',
  'mangrove_log',
  'cherry_log',
  'pale_oak_log',
  'oak_planks',
  'spruce_planks',
  'birch_planks',
  'jungle_planks',
  'acacia_planks',
  'dark_oak_planks',
  'mangrove_planks',
  'cherry_planks',
  'pale_oak_planks',
  'stick',
  'crafting_table',
  'dirt',
  'grass_block',
  'sand',
  'red_sand',
  'gravel',
  'dandelion',
  'poppy',
]
