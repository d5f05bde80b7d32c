/** Blocks in which things are kept for whoever opens them. */
export const CONTAINERS = ['chest', 'trapped_chest', 'barrel', 'shulker_box'] as const
