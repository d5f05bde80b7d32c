import type { SeenBlock } from '../../core/percept.ts'
import { distanceBetween, type Position } from '../../core/position.ts'
import type { Bot } from '../mineflayer-library.ts'
import { BlockKinds } from './block-kinds.ts'
import { type LoadedWorld, loadedWorld } from './loaded-world.ts'
import { type ExposedBlocks, exposedBlocks, SELF_AND_SIDES, sectionKey } from './section-survey.ts'

/** How far a bot notices blocks, in blocks. The same as the reach of `mineBlock`. */
const SIGHT = 32
const SECTION = 16

/**
 * Knows which kinds of blocks stand around a bot with a face to the open. Sections of the world are looked through once
 * and again only after something in them changed.
 */
export class BlockSurvey {
  readonly #bot: Bot
  readonly #world: LoadedWorld
  readonly #kinds: BlockKinds
  readonly #sections = new Map<string, ExposedBlocks>()

  constructor(bot: Bot) {
    this.#bot = bot
    this.#world = loadedWorld(bot)
    this.#kinds = new BlockKinds(bot.registry)
    bot.on('blockUpdate', (before, after) => this.#forgetAround(after?.position ?? before?.position ?? null))
    bot.on('chunkColumnLoad', (corner) => this.#forgetColumns(corner))
    bot.on('chunkColumnUnload', (corner) => this.#forgetColumns(corner))
    bot.on('game', () => this.#sections.clear())
  }

  /** Kinds of exposed blocks within sight, nearest first. */
  seen(): readonly SeenBlock[] {
    const eye = this.#bot.entity.position
    const found = new Map<string, { count: number; nearest: Position; distance: number }>()
    for (const section of this.#sectionsAround(eye)) {
      for (const [name, positions] of section) addNearest(found, { name, positions, eye })
    }
    return [...found]
      .map(([name, seen]) => ({ name, ...seen, distance: Math.round(seen.distance * 10) / 10 }))
      .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
  }

  *#sectionsAround(eye: Position): Iterable<ExposedBlocks> {
    const section = (coordinate: number) => Math.floor(coordinate / SECTION)
    for (let x = section(eye.x - SIGHT); x <= section(eye.x + SIGHT); x++) {
      for (let z = section(eye.z - SIGHT); z <= section(eye.z + SIGHT); z++) {
        for (let y = section(eye.y - SIGHT); y <= section(eye.y + SIGHT); y++) yield this.#section(x, y, z)
      }
    }
  }

  #section(x: number, y: number, z: number): ExposedBlocks {
    const key = sectionKey(x, y, z)
    const known = this.#sections.get(key)
    if (known) return known
    const exposed = exposedBlocks(this.#world, this.#kinds, { x, y, z })
    this.#sections.set(key, exposed)
    return exposed
  }

  #forgetAround(position: Position | null): void {
    if (position === null) {
      this.#sections.clear()
      return
    }
    const { x, y, z } = position
    for (const [dx, dy, dz] of SELF_AND_SIDES) {
      this.#sections.delete(sectionKey((x + dx) >> 4, (y + dy) >> 4, (z + dz) >> 4))
    }
  }

  /** What is exposed beside the edge of a column depends on its neighbours too. */
  #forgetColumns(corner: Position): void {
    const columnX = corner.x >> 4
    const columnZ = corner.z >> 4
    for (const key of this.#sections.keys()) {
      const [x = 0, , z = 0] = key.split(',').map(Number)
      if (Math.abs(x - columnX) + Math.abs(z - columnZ) <= 1) this.#sections.delete(key)
    }
  }
}

function addNearest(
  found: Map<string, { count: number; nearest: Position; distance: number }>,
  kind: { readonly name: string; readonly positions: readonly Position[]; readonly eye: Position },
): void {
  for (const position of kind.positions) {
    const distance = distanceBetween(position, kind.eye)
    if (distance > SIGHT) continue
    const seen = found.get(kind.name)
    if (!seen) {
      found.set(kind.name, { count: 1, nearest: position, distance })
      continue
    }
    seen.count++
    if (distance < seen.distance) Object.assign(seen, { nearest: position, distance })
  }
}
