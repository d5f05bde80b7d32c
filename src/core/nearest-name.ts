/** The known name that a mistyped one probably means; null when none is close. */
export function nearestName(typed: string, known: readonly string[]): string | null {
  const allowed = Math.max(1, Math.floor(typed.length / 3))
  const ranked = known
    .map((name) => ({ name, distance: editDistance(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best !== undefined && best.distance <= allowed ? best.name : null
}

/** `Did you mean "x"?` when a known name is close, else the list of what is known. */
export function suggestion(typed: string, known: readonly string[], what: string): string {
  const nearest = nearestName(typed, known)
  if (nearest !== null) return `Did you mean "${nearest}"?`
  return known.length === 0 ? `There are no ${what}.` : `Known ${what}: ${known.join(', ')}.`
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
function editDistance(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= from.length; row++) {
    const line = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      const options = [
        cell(rows, row - 1, column) + 1,
        (line[column - 1] ?? 0) + 1,
        cell(rows, row - 1, column - 1) + (same ? 0 : 1),
      ]
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      if (swapped) options.push(cell(rows, row - 2, column - 2) + 1)
      line.push(Math.min(...options))
    }
    rows.push(line)
  }
  return cell(rows, from.length, to.length)
}

function cell(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0
}
