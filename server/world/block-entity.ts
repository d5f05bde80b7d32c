/** What a block holds beyond its state. The owner of the kind defines the rest of its fields. */
export interface BlockEntity {
  /** Name of the kind, such as `chest`. */
  readonly kind: string
}

/** What a world definition puts into a chest. */
export interface PlacedChest extends BlockEntity {
  readonly kind: 'chest'
  readonly slots: readonly PlacedStack[]
}

export interface PlacedStack {
  /** Counts from 0. */
  readonly slot: number
  readonly item: string
  readonly count: number
}
