import type { Claim } from '../claim.ts'
import type { GameNames } from './read-name.ts'

/** One way to put a claim in words. */
export interface SentenceRule {
  /** Matches the whole sentence, without its full stop; named groups hold the parts. */
  readonly pattern: RegExp
  /** What it claims, or null where a part is no name or number that the game knows. */
  readonly read: (
    groups: Readonly<Record<string, string>>,
    names: GameNames,
  ) => Claim | readonly Claim[] | null
}
