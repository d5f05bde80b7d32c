/** Blocks in which things are kept for whoever opens them. */
export const CONTAINERS = ['chest', 'trapped_chest', 'barrel', 'shulker_box'] as const

/** The one of them that is made and put up where none is at hand. */
export const USUAL_CONTAINER = 'chest'
