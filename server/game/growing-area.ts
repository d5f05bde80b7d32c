import type { GrowingColumn, GrowingSection } from './growth.ts'

/**
 * The sections near players in which blocks grow, one after the other in the order of their columns. Chance picks places in all
 * of them in every tick and hits next to nothing: their layers lie side by side, so that those who miss cost no look elsewhere.
 * Where all is settled, as on most of a meadow, chance need not pick at all.
 */
export class GrowingArea {
  #columns: readonly GrowingColumn[] = []
  readonly #sections: GrowingSection[] = []
  #layers = new Uint16Array()
  #seeds = new Int32Array()
  /** The section whose turn it is. */
  #turn = 0

  /** Lists the sections of the columns anew. The one whose turn it is stays, even if all is settled there now. */
  fill(columns: readonly GrowingColumn[]): void {
    const turn = this.section
    this.#columns = columns
    this.#sections.length = 0
    for (const { active } of columns) {
      for (const section of active) if (section.layers !== 0 || section === turn) this.#sections.push(section)
    }
    if (this.#sections.length > this.#layers.length) {
      this.#layers = new Uint16Array(this.#sections.length * 2)
      this.#seeds = new Int32Array(this.#sections.length * 2)
    }
    for (let number = 0; number < this.#sections.length; number++) {
      this.#layers[number] = this.#sections[number]?.layers ?? 0
      this.#seeds[number] = this.#sections[number]?.seed ?? 0
    }
  }

  /**
   * Calls the visitor with the layers of each section and its seed. Those that come meanwhile are not left
   * out where it is not past them.
   */
  visit(visitor: (layers: number, seed: number) => void): void {
    for (this.#turn = 0; this.#turn < this.#sections.length; this.#turn++) {
      visitor(this.#layers[this.#turn] ?? 0, this.#seeds[this.#turn] ?? 0)
    }
  }

  /** The section whose turn it is. */
  get section(): GrowingSection | undefined {
    return this.#sections[this.#turn]
  }

  /** The layers of the section have changed. */
  update(section: GrowingSection): void {
    const known = this.#sections.indexOf(section)
    if (known >= 0) this.#layers[known] = section.layers
    else if (this.#columns.includes(section.column)) this.#insert()
  }

  /** Who is past a column does not go back to it in the same tick. */
  #insert(): void {
    const turn = this.section
    this.fill(this.#columns)
    if (turn !== undefined) this.#turn = this.#sections.indexOf(turn)
  }
}
