import type { SavedPlayer } from './saved-player.ts'

/** Keeps a game in a folder while it runs. */
export interface GameKeeper {
  /** Whether the game is saved by itself from time to time. */
  autosaves: boolean
  /** Lets one tick pass: columns come and go, and what is to be saved is put down bit by bit. */
  tick(): void
  /** The player as it was when it left, in this process or an earlier one; null for one who never was here. */
  player(uuid: string): SavedPlayer | null
  /** Saves without haste, unless a save is on its way; resolves when it is on the disk. Rejects as `save` does. */
  saveSoon(): Promise<void>
  /** Puts the whole game as it is now onto the disk. Rejects with an InfrastructureError when the disk refuses. */
  save(): Promise<void>
  /** Saves for the last time and lets others use the folder. */
  close(): Promise<void>
}
