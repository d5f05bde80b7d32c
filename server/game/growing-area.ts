import type { GrowingColumn, GrowingSection } from './growth.ts'

/**
 * The sections near players in which blocks grow, one after the other in the order of their columns. Chance picks places in all
 * of them in every tick and hits next to nothing: their layers lie side by side, so that those who miss cost no look elsewhere.
 */
export class GrowingArea {
  #columns: readonly GrowingColumn[] = []
  #sections: GrowingSection[] = []
  #layers = new Uint16Array()
  /** The section whose turn it is. */
  #turn = 0

  fill(columns: readonly GrowingColumn[]): void {
    this.#columns = columns
    this.#sections = columns.flatMap(({ active }) => active)
    this.#layers = Uint16Array.from(this.#sections, ({ layers }) => layers)
  }

  /** Calls the visitor with each section and its layers. Those that come meanwhile are not left out where it is not past them. */
  visit(visitor: (section: GrowingSection, layers: number) => void): void {
    for (this.#turn = 0; this.#turn < this.#sections.length; this.#turn++) {
      const section = this.#sections[this.#turn]
      if (section !== undefined) visitor(section, this.#layers[this.#turn] ?? 0)
    }
  }

  /** A section of the column has got its first layer, or another one. */
  update(column: GrowingColumn, section: GrowingSection): void {
    const known = this.#sections.indexOf(section)
    if (known >= 0) this.#layers[known] = section.layers
    else if (this.#columns.includes(column)) this.#insert(section)
  }

  #insert(section: GrowingSection): void {
    const turn = this.#sections[this.#turn]
    this.fill(this.#columns)
    const place = this.#sections.indexOf(section)
    // Who is past a column does not go back to it in the same tick.
    if (turn !== undefined && place <= this.#turn) this.#turn = this.#sections.indexOf(turn)
  }
}
