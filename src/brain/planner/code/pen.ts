import type { CostTable } from '../cost-table.ts'
import type { Kind } from '../kind.ts'
import type { Situation } from '../situation.ts'

/** Names of the skills that ship with Kithcraft and that written code builds on. */
export type SeedName = 'chestNearby' | 'findNearby' | 'layInChest' | 'placeNearby' | 'searchUnderground'

/** What a writer of function bodies needs: prices to choose by, and ways to refer to other code. */
export interface Pen {
  readonly costs: CostTable
  readonly situation: Situation
  /** Items that the plans take out of chests. */
  readonly taken: ReadonlySet<string>
  /** Differs between attempts, so that code that searches looks elsewhere. */
  readonly turn: number
  /** A statement that makes the inventory hold `count` of one item of the kind. */
  obtain(kind: Kind, count: string): string
  /** The name under which the seed skill can be called. */
  seed(name: SeedName): string
  /** Puts a statement in front of everything, once. */
  declare(statement: string): void
  /** Notes what the code relies on. */
  relyOn(keys: readonly string[]): void
}

/** A JavaScript string literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

/** A JavaScript list of strings. */
export function quotedList(texts: readonly string[]): string {
  return `[${texts.map(quoted).join(', ')}]`
}

/** Lines moved to the right by two spaces a level. */
export function indented(lines: readonly string[], levels = 1): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `${'  '.repeat(levels)}${line}`))
}

/** Where to go and look, one direction after another. */
export const DIRECTIONS =
  'const directions = [new Vec3(1, 0, 0), new Vec3(0, 0, 1), new Vec3(-1, 0, 0), new Vec3(0, 0, -1)]'

/** Counts one item in the inventory. */
export const HELD = [
  'const held = (name) =>',
  '  bot.inventory.items().reduce((sum, item) => sum + (item.name === name ? item.count : 0), 0)',
] as const
