import { join } from 'node:path'
import { InputError } from '../../src/core/errors.ts'
import type { MinecraftVersion } from '../data/minecraft-version.ts'
import type { Game } from '../game/game.ts'
import { restoreLevel } from './level-tags.ts'
import { OWN_FILE, type OwnFacts, readOwnFacts, restoreOwnFacts } from './own-facts.ts'
import { SaveFolder } from './save-folder.ts'
import type { TagReader } from './tag-reader.ts'
import { LEVEL_FILE } from './world-keeper.ts'

/** A save folder that this process has for itself. */
export interface OpenSave {
  readonly folder: SaveFolder
  /** What is saved in it; null for a new folder. */
  readonly saved: SavedGame | null
}

export interface SavedGame {
  readonly facts: OwnFacts
  /** The content of `level.dat`. */
  readonly level: TagReader
  /** Ticks since the start of the world. */
  readonly tick: number
}

/** Which world somebody wants to play. */
export interface WantedWorld {
  readonly version: MinecraftVersion
  readonly world: string
  readonly seed: number
}

/**
 * Opens the folder of a saved world, or makes a new one. It has to be closed, by the server that gets it or by the caller.
 *
 * @throws InputError when another server uses it, when its files are torn, and when something else lies in it
 */
export async function openSave(path: string): Promise<OpenSave> {
  const folder = await SaveFolder.open(path)
  try {
    return { folder, saved: await readSaved(folder) }
  } catch (error) {
    folder.close()
    throw error
  }
}

/** Refuses to go on in another world than the saved one. @throws InputError */
export function demandSameWorld({ folder, saved }: OpenSave, wanted: WantedWorld): void {
  if (saved === null) return
  const { version, seed, world } = saved.facts
  const differences = [
    version === wanted.version ? null : `Minecraft ${version}, not ${wanted.version}`,
    world.name === wanted.world ? null : `the world "${world.name}", not "${wanted.world}"`,
    seed === wanted.seed ? null : `seed ${seed}, not ${wanted.seed}`,
  ].filter((difference) => difference !== null)
  if (differences.length === 0) return
  throw new InputError(
    `Cannot go on with the saved world in "${folder.path}": it has ${differences.join(' and ')}. Ask for what it has, or ` +
      'for nothing, or name another folder.',
  )
}

/** Brings the state of a saved game back, columns and players aside: they come when they are needed. */
export function restoreGame(game: Game, { facts, level }: SavedGame): void {
  restoreLevel(game, level)
  restoreOwnFacts(game, facts)
}

async function readSaved(folder: SaveFolder): Promise<SavedGame | null> {
  const facts = readOwnFacts(folder)
  if (facts === null) {
    await demandEmpty(folder)
    return null
  }
  const level = folder.readTags(LEVEL_FILE, (tag) => tag)
  if (level === null) {
    throw new InputError(
      `Cannot read the saved world in "${folder.path}": "${LEVEL_FILE}" is missing. Put a copy of the folder from before ` +
        'in its place, or name another folder.',
    )
  }
  const tick = folder.readTags(LEVEL_FILE, (tag) => tag.compound('Data').number('Time')) ?? 0
  return { facts, level, tick }
}

async function demandEmpty(folder: SaveFolder): Promise<void> {
  const [first] = await folder.names()
  if (first === undefined) return
  throw new InputError(
    `Cannot save into "${folder.path}": it holds "${first}" but no world that Kithcraft saved ("${join(folder.path, OWN_FILE)}" ` +
      'is missing). Name a new folder, or an empty one.',
  )
}
