/** One kind of entity, such as `cow` or `item`. */
export interface EntityKind {
  readonly id: number
  readonly name: string
  readonly displayName: string
  /** Size in blocks. */
  readonly width: number
  readonly height: number
  /** minecraft-data's type, such as `animal`, `hostile`, `player`. */
  readonly type: string
}
