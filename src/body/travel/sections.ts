/** Places in a section. */
export const PLACES = 16 ** 3

/** Values by place, where the next place is mostly near the last one. */
export class Sections<Value> {
  readonly #sections = new Map<number, (Value | undefined)[]>()
  #lastX = Number.NaN
  #lastY = Number.NaN
  #lastZ = Number.NaN
  #last: (Value | undefined)[] = []

  /** The values of the 16 × 16 × 16 places around the place, by `placeIndex`. */
  section(x: number, y: number, z: number): (Value | undefined)[] {
    const [sectionX, sectionY, sectionZ] = [x >> 4, y >> 4, z >> 4]
    if (sectionX === this.#lastX && sectionY === this.#lastY && sectionZ === this.#lastZ) return this.#last
    const key = ((sectionX & 0xfff) << 18) | ((sectionZ & 0xfff) << 6) | (sectionY & 0x3f)
    const section = this.#sections.get(key) ?? new Array<Value | undefined>(PLACES)
    this.#sections.set(key, section)
    this.#lastX = sectionX
    this.#lastY = sectionY
    this.#lastZ = sectionZ
    this.#last = section
    return section
  }

  /** How many sections have been looked at. */
  get size(): number {
    return this.#sections.size
  }

  clear(): void {
    this.#sections.clear()
    this.#lastX = Number.NaN
  }
}

/** Number of a place within its section. */
export function placeIndex(x: number, y: number, z: number): number {
  return ((y & 15) << 8) | ((z & 15) << 4) | (x & 15)
}
