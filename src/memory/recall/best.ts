/** A place in a list of scores. */
export interface Scored {
  readonly slot: number
  readonly score: number
}

/** The slots with the highest scores above 0, best first; of equals the lower slot. At most `limit`. */
export function bestOf(scores: Float32Array, length: number, limit: number): readonly Scored[] {
  const slots = new Uint32Array(limit + 1)
  const values = new Float32Array(limit + 1)
  let count = 0
  let least = 0
  for (let slot = 0; slot < length; slot++) {
    const score = scores[slot] as number
    if (score <= least) continue
    let place = count < limit ? count++ : limit - 1
    for (; place > 0 && (values[place - 1] as number) < score; place--) {
      slots[place] = slots[place - 1] as number
      values[place] = values[place - 1] as number
    }
    slots[place] = slot
    values[place] = score
    if (count === limit) least = values[limit - 1] as number
  }
  return Array.from(slots.subarray(0, count), (slot, place) => ({ slot, score: values[place] as number }))
}
