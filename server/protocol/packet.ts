/** One packet of the play state by its minecraft-protocol name, with the fields that its definition lists. */
export interface Packet {
  readonly name: string
  readonly params: Readonly<Record<string, unknown>>
}
