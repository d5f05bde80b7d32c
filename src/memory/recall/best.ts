/** A place in a list of scores. */
export interface Scored {
  readonly slot: number
  readonly score: number
}

/** The slots with the highest scores above 0, best first; of equals the lower slot. At most `limit`. */
export function bestOf(
  scores: Float32Array | Float64Array,
  length: number,
  limit: number,
): readonly Scored[] {
  const best: Scored[] = []
  let least = 0
  for (let slot = 0; slot < length; slot++) {
    const score = scores[slot] ?? 0
    if (score <= least) continue
    insert(best, { slot, score })
    if (best.length > limit) best.pop()
    if (best.length === limit) least = best[limit - 1]?.score ?? 0
  }
  return best
}

function insert(best: Scored[], scored: Scored): void {
  let low = 0
  let high = best.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((best[middle]?.score ?? 0) >= scored.score) low = middle + 1
    else high = middle
  }
  best.splice(low, 0, scored)
}
