/** What the 3D view needs of a bot: a Mineflayer bot fits. Nothing here changes the bot. */
export interface ViewableBot {
  readonly username: string
  /** The Minecraft version that it plays, such as `1.21.4`. */
  readonly version: string
  /** The bot's own body; absent until the bot has spawned. */
  readonly entity: ViewableEntity | null | undefined
  readonly entities: Readonly<Record<string | number, ViewableEntity | undefined>>
  readonly world: ViewableWorld
  on(event: 'move' | 'end', listener: () => void): unknown
  removeListener(event: 'move' | 'end', listener: () => void): unknown
}

/** A place and the directions that its owner looks in, in blocks and radians. */
export interface ViewableEntity {
  readonly id: number
  readonly position: { readonly x: number; readonly y: number; readonly z: number }
  readonly yaw: number
  readonly pitch: number
}

export interface ViewableWorld {
  /** The column of blocks at a position, or nothing where none is loaded. */
  getColumnAt(position: never): unknown
}

/** The bot of an agent at this moment: another object after it has joined again, null while it is in no world. */
export type BotOf = (agent: string) => ViewableBot | null
