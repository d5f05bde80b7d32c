import type { Position } from '../../src/core/position.ts'
import type { Entity } from './entity.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

/** How far away players see other players and entities, in blocks along x and z. */
const SIGHT = 64
/** Blocks that a viewer may go before it looks again for the bodies that are about to come into sight or to go out of it. */
const EDGE = 4
/** Ticks for which bodies that have moved are looked at as if they moved all the time. */
const RESTLESS_TICKS = 32
/** Order of a view that is to be made anew. */
const OUTDATED = -1
const nowhere: Position = { x: Number.NaN, y: Number.NaN, z: Number.NaN }

/** What one player has been shown: 1 for each body, by its number. */
interface View {
  readonly viewer: Player
  order: number
  shown: number
  readonly marks: Uint8Array
  /** Where the viewer was when it last looked; not a number where it is to look at all bodies. */
  x: number
  z: number
  /** Numbers of the bodies that come into sight or go out of it within a few blocks of that place. */
  edge: readonly number[]
  edgeX: number
  edgeZ: number
}

/** What a viewer is to be shown, and ids of what it is to forget. */
export interface SightChange {
  /** By squares of the map, then as they came into the game. */
  readonly entering: readonly (Player | Entity)[]
  readonly gone: readonly number[]
  /** 1 for each body that it is shown from now on, by its number. Do not write to it. */
  readonly marks: Uint8Array
}

/**
 * Who sees whom. Each tick asks that of every player and every body, most of which lie still, so only those are looked at of which
 * it can have changed: that have moved of late, or that lie at the edge of what a player sees. Each body has a number for as long
 * as it is in the game.
 */
export class Sight {
  readonly #numbers = new Map<Player | Entity, number>()
  /** By number; null where a body has gone. */
  readonly #bodies: (Player | Entity | null)[] = []
  readonly #free: number[] = []
  #x = new Float64Array()
  #z = new Float64Array()
  /** 1 for dead players, whom nobody sees. */
  #hidden = new Uint8Array()
  /** The positions that were noted: they are replaced, never changed. */
  readonly #positions: Position[] = []
  /** Numbers of the bodies that have moved, died or come since the last tick, and of those that have so of late. */
  #stirred: number[] = []
  #restless: number[] = []
  #isRestless = new Uint8Array()
  #ticks = 0
  /** Grows when all views are to be made anew. */
  #order = 0
  readonly #views = new Map<number, View>()

  /** Takes note of who is where. */
  update(game: Game): void {
    this.#stirred = []
    for (const entity of game.entities.takeRemoved()) this.#remove(entity, game.players)
    for (const [id, { viewer }] of this.#views) {
      if (game.players.get(id) === viewer) continue
      this.#views.delete(id)
      this.#remove(viewer, game.players)
    }
    this.#ticks += 1
    if (this.#ticks % RESTLESS_TICKS === 0) this.#calm()
    for (const player of game.players.values()) this.#note(player, player.isDead)
    for (const entity of game.entities.awake()) this.#note(entity, false)
  }

  /** Undefined for a body that has not been noted. */
  numberOf(body: Player | Entity): number | undefined {
    return this.#numbers.get(body)
  }

  /** What comes into the sight of the viewer and what goes out of it. From now on the one is shown and the other is not. */
  look(viewer: Player): SightChange {
    const view = this.#viewOf(viewer)
    const isExact = view.shown === viewer.seen.size
    const entering: (Player | Entity)[] = []
    const leaving: number[] = []
    for (const number of this.#changes(view)) {
      const body = this.#bodies[number]
      if (!body) continue
      const isShown = view.marks[number] === 1
      view.marks[number] = isShown ? 0 : 1
      view.shown += isShown ? -1 : 1
      if (isShown) leaving.push(body.id)
      else entering.push(body)
    }
    const inOrder = leaving.length < 2 ? leaving : [...viewer.seen].filter((id) => leaving.includes(id))
    return {
      entering: entering.sort(bySquare),
      gone: isExact ? inOrder : this.#goneFrom(view),
      marks: view.marks,
    }
  }

  /** Numbers of the bodies that are not shown though the viewer sees them, or the other way round. */
  #changes(view: View): readonly number[] {
    const { viewer, marks } = view
    const { x, z } = viewer.position
    const isChanged = (number: number) => {
      const isSeen = this.#marginOf(number, x, z) >= 0 && this.#hidden[number] === 0
      return isSeen !== (marks[number] === 1) && this.#bodies[number] !== viewer
    }
    const isWhereItWas = x === view.x && z === view.z
    view.x = x
    view.z = z
    if (isWhereItWas) return this.#stirred.filter(isChanged)
    if (Math.abs(x - view.edgeX) <= EDGE && Math.abs(z - view.edgeZ) <= EDGE) {
      const changes = this.#restless.filter(isChanged)
      for (const number of view.edge) {
        if (this.#isRestless[number] === 0 && isChanged(number)) changes.push(number)
      }
      return changes
    }
    const all = [...this.#bodies.keys()]
    view.edge = all.filter((number) => Math.abs(this.#marginOf(number, x, z)) <= EDGE)
    view.edgeX = x
    view.edgeZ = z
    return all.filter(isChanged)
  }

  /** Blocks that the body may go before it is out of sight from there; below zero where it is. Not a number for one that has gone. */
  #marginOf(number: number, x: number, z: number): number {
    const alongX = Math.abs((this.#x[number] ?? 0) - x)
    const alongZ = Math.abs((this.#z[number] ?? 0) - z)
    return SIGHT - Math.max(alongX, alongZ)
  }

  #goneFrom({ viewer, marks }: View): readonly number[] {
    const shown = new Set(this.#bodies.map((body, number) => (marks[number] === 1 ? body?.id : undefined)))
    return [...viewer.seen].filter((id) => !shown.has(id))
  }

  /** Others than the tracking only ever take away from what a player has been shown, so that its size tells whether one has. */
  #viewOf(viewer: Player): View {
    const known = this.#views.get(viewer.id)
    if (known?.order === this.#order && known.shown === viewer.seen.size) return known
    const marks = new Uint8Array(this.#x.length)
    let shown = 0
    for (const [number, body] of this.#bodies.entries()) {
      if (body === null || !viewer.seen.has(body.id)) continue
      marks[number] = 1
      shown += 1
    }
    const unknown = Number.NaN
    const places = { x: unknown, z: unknown, edge: [], edgeX: unknown, edgeZ: unknown }
    const view: View = { viewer, order: this.#order, shown, marks, ...places }
    this.#views.set(viewer.id, view)
    return view
  }

  /** Only bodies that move from now on count as restless: those that do not may lie at an edge. */
  #calm(): void {
    this.#restless = []
    this.#isRestless.fill(0)
    for (const view of this.#views.values()) view.edgeX = Number.NaN
  }

  #note(body: Player | Entity, isHidden: boolean): void {
    const number = this.#numbers.get(body) ?? this.#add(body)
    const { position } = body
    const hidden = isHidden ? 1 : 0
    if (this.#positions[number] === position && this.#hidden[number] === hidden) return
    this.#positions[number] = position
    this.#x[number] = position.x
    this.#z[number] = position.z
    this.#hidden[number] = hidden
    this.#stirred.push(number)
    if (this.#isRestless[number] === 1) return
    this.#isRestless[number] = 1
    this.#restless.push(number)
  }

  #add(body: Player | Entity): number {
    const number = this.#free.pop() ?? this.#bodies.length
    if (number >= this.#x.length) this.#grow(2 * number + 16)
    this.#numbers.set(body, number)
    this.#bodies[number] = body
    this.#positions[number] = nowhere
    return number
  }

  #remove(body: Player | Entity, players: Game['players']): void {
    const number = this.#numbers.get(body)
    if (number === undefined) return
    for (const [viewer, view] of this.#views) {
      if (view.marks[number] === 1) view.shown -= 1
      view.marks[number] = 0
      // Who has not been told yet that it is gone is looked after anew.
      if (players.get(viewer)?.seen.has(body.id)) view.order = OUTDATED
    }
    this.#numbers.delete(body)
    this.#bodies[number] = null
    this.#x[number] = Number.NaN
    this.#free.push(number)
  }

  #grow(size: number): void {
    const before = { x: this.#x, z: this.#z, hidden: this.#hidden, isRestless: this.#isRestless }
    this.#x = new Float64Array(size)
    this.#z = new Float64Array(size)
    this.#hidden = new Uint8Array(size)
    this.#isRestless = new Uint8Array(size)
    this.#x.set(before.x)
    this.#z.set(before.z)
    this.#hidden.set(before.hidden)
    this.#isRestless.set(before.isRestless)
    this.#order += 1
  }
}

function bySquare(a: Player | Entity, b: Player | Entity): number {
  const square = (along: number) => Math.floor(along / SIGHT)
  return (
    square(a.position.x) - square(b.position.x) || square(a.position.z) - square(b.position.z) || a.id - b.id
  )
}
