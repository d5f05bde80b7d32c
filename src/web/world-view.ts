import { createRequire } from 'node:module'
import type { ViewableBot } from './viewable-bot.ts'

/** Sends the blocks and creatures around a bot to one viewer: the part of prismarine-viewer that we use, typed. */
export interface WorldView {
  init(position: ViewPosition): Promise<void>
  updatePosition(position: ViewPosition): Promise<void>
  listenToBot(bot: ViewableBot): void
  removeListenersFromBot(bot: ViewableBot): void
}

type ViewPosition = { readonly x: number; readonly y: number; readonly z: number }

/** Takes the events of a world view; it asks nothing of it in return. */
export interface ViewEmitter {
  emit(event: string, data: unknown): void
  on(event: string, listener: () => void): void
}

interface WorldViewClass {
  new (
    world: { getColumnAt(position: never): unknown },
    viewDistance: number,
    position: ViewPosition,
    emitter: ViewEmitter,
  ): WorldView
}

/**
 * Loads the class when the first viewer comes. Only this file of the package is loaded: its main file also loads a
 * renderer and a canvas for Node, and sets globals.
 */
export function loadWorldView(): WorldViewClass {
  const module: { WorldView: WorldViewClass } = require('prismarine-viewer/viewer/lib/worldView.js')
  return module.WorldView
}

const require = createRequire(import.meta.url)
