import './libraries/quicken-libraries.ts'
import { type Bot, createBot } from 'mineflayer'
import pathfinderPackage, { type Movements as PathfinderMovements } from 'mineflayer-pathfinder'
import createBlockClass from 'prismarine-block'
import type { Window } from 'prismarine-windows'

/*
 * Mineflayer and its pathfinder, with the members that their published types leave out. Under simulated time the
 * virtual clock is installed before this module is first loaded.
 */

export type { Bot } from 'mineflayer'
export type { Block } from 'prismarine-block'
export type { Entity } from 'prismarine-entity'
export type { Item } from 'prismarine-item'
export type { Recipe } from 'prismarine-recipe'
export type { Window } from 'prismarine-windows'
export { Vec3 } from 'vec3'
export { createBot }

export const { goals, Movements, pathfinder } = pathfinderPackage
export type Movements = PathfinderMovements

/** What one path search came to. */
export interface PathUpdate {
  readonly status: 'noPath' | 'timeout' | 'success' | 'partial'
  /** The steps that are left, and the blocks to be dug away before each can be taken. */
  readonly path: readonly { readonly toBreak: readonly unknown[] }[]
}

/** Members of a bot that exist and are missing in the types. */
export interface UntypedBot {
  readonly isAlive: boolean
  /** The connection itself, for packets that Mineflayer leaves out. */
  readonly _client: {
    on(packet: string, listener: (params: unknown) => void): void
    removeListener(packet: string, listener: (params: unknown) => void): void
  }
  /** Fetches the true content of the window from the server. */
  _syncWindow(window: Window): Promise<void>
  readonly pathfinder: { searchRadius: number; tickTimeout: number; thinkTimeout: number }
  on(event: 'path_update', listener: (update: PathUpdate) => void): void
  removeListener(event: 'path_update', listener: (update: PathUpdate) => void): void
}

export function untyped(bot: Bot): UntypedBot {
  return bot as unknown as UntypedBot
}

type Registry = Bot['registry']
const blockClasses = new WeakMap<Registry, ReturnType<typeof createBlockClass>>()

/** The class of the blocks that the bot sees. The library makes a new one, slowly, each time that it is asked. */
export function blockClass({ registry }: Bot): ReturnType<typeof createBlockClass> {
  const known = blockClasses.get(registry) ?? createBlockClass(registry)
  blockClasses.set(registry, known)
  return known
}
