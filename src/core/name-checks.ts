/** Says what is wrong with a name of the game, in words for who wrote it; null for a name that the game has. */
export interface NameChecks {
  itemProblem(name: string): string | null
  blockProblem(name: string): string | null
  mobProblem(name: string): string | null
}
