/** The block at which recipes larger than two by two are crafted. */
export const CRAFTING_STATION = 'crafting_table'

/** The block that smelts. */
export const SMELTING_STATION = 'furnace'
