/** Lowest and highest block layer of the overworld, since Minecraft 1.18. */
export const MIN_Y = -64
export const MAX_Y = 319
export const WORLD_HEIGHT = MAX_Y - MIN_Y + 1

/** Blocks along each edge of a section; columns are as wide. */
export const SECTION_SIZE = 16
export const SECTION_COUNT = WORLD_HEIGHT / SECTION_SIZE
export const BLOCKS_PER_SECTION = SECTION_SIZE ** 3

/** Whether a block can stand at that height. */
export function isInsideHeight(y: number): boolean {
  return y >= MIN_Y && y <= MAX_Y
}
