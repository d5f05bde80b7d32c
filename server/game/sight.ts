import type { Position } from '../../src/core/position.ts'
import type { Entity } from './entity.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

/** How far away players see other players and entities, in blocks along x and z. */
const SIGHT = 64
/** Order of a view that is to be made anew. */
const OUTDATED = -1
const nowhere: Position = { x: Number.NaN, y: Number.NaN, z: Number.NaN }

/** What one player has been shown: 1 for each body, by its number. */
interface View {
  order: number
  shown: number
  marks: Uint8Array
  /** Where the viewer was when it last looked at all bodies; not a number where it is to do so again. */
  x: number
  z: number
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
 * Who sees whom. Each tick asks that of every player and every body, most of which lie still, so all that is looked at lies side
 * by side in memory. Bodies are numbered: players, then entities, as they came into the game.
 */
export class Sight {
  #bodies: (Player | Entity)[] = []
  #x = new Float64Array()
  #z = new Float64Array()
  /** 1 for dead players, whom nobody sees. */
  #hidden = new Uint8Array()
  /** The positions that were noted: they are replaced, never changed. */
  #positions: Position[] = []
  /** Numbers of the bodies that have moved, died or come since the last tick. */
  #stirred: number[] = []
  /** Grows when all views are to be made anew. */
  #order = 0
  readonly #views = new Map<number, View>()

  /** Takes note of who is where. */
  update(game: Game): void {
    const size = game.players.size + game.entities.size
    if (size > this.#x.length) this.#grow(size * 2)
    this.#stirred = []
    let number = 0
    for (const player of game.players.values()) this.#put(number++, player, game.players)
    for (const entity of game.entities.values()) this.#put(number++, entity, game.players)
    this.#remove(number, this.#bodies.length, game.players)
    for (const id of this.#views.keys()) if (!game.players.has(id)) this.#views.delete(id)
  }

  get bodies(): readonly (Player | Entity)[] {
    return this.#bodies
  }

  /** What comes into the sight of the viewer and what goes out of it. From now on the one is shown and the other is not. */
  look(viewer: Player): SightChange {
    const view = this.#viewOf(viewer)
    const isExact = view.shown === viewer.seen.size
    const entering: number[] = []
    const leaving: number[] = []
    for (const number of this.#changes(viewer, view)) {
      const isShown = view.marks[number] === 1
      view.marks[number] = isShown ? 0 : 1
      view.shown += isShown ? -1 : 1
      if (isShown) leaving.push(number)
      else entering.push(number)
    }
    return {
      entering: this.#bySquare(entering),
      gone: isExact ? this.#leaving(viewer, leaving) : this.#goneFrom(viewer, view.marks),
      marks: view.marks,
    }
  }

  /** Numbers of the bodies that are not shown though the viewer sees them, or the other way round. */
  #changes(viewer: Player, view: View): readonly number[] {
    const { x, z } = viewer.position
    const [alongX, alongZ, hidden, { marks }] = [this.#x, this.#z, this.#hidden, view]
    const isChanged = (number: number) => {
      const isNear =
        Math.abs((alongX[number] ?? 0) - x) <= SIGHT && Math.abs((alongZ[number] ?? 0) - z) <= SIGHT
      const isSeen = isNear && hidden[number] === 0
      return isSeen !== (marks[number] === 1) && this.#bodies[number] !== viewer
    }
    if (x === view.x && z === view.z) return this.#stirred.filter(isChanged)
    view.x = x
    view.z = z
    const changes: number[] = []
    for (let number = 0; number < this.#bodies.length; number++) if (isChanged(number)) changes.push(number)
    return changes
  }

  #bySquare(numbers: readonly number[]): readonly (Player | Entity)[] {
    const square = (along: Float64Array, number: number) => Math.floor((along[number] ?? 0) / SIGHT)
    return numbers
      .toSorted((a, b) => square(this.#x, a) - square(this.#x, b) || square(this.#z, a) - square(this.#z, b))
      .flatMap((number) => this.#bodies[number] ?? [])
  }

  /** Ids of the bodies, in the order in which they were shown. */
  #leaving(viewer: Player, numbers: readonly number[]): readonly number[] {
    const ids = numbers.map((number) => this.#bodies[number]?.id ?? 0)
    return ids.length < 2 ? ids : [...viewer.seen].filter((id) => ids.includes(id))
  }

  #goneFrom(viewer: Player, marks: Uint8Array): readonly number[] {
    const shown = new Set(this.#bodies.filter((_, number) => marks[number] === 1).map(({ id }) => id))
    return [...viewer.seen].filter((id) => !shown.has(id))
  }

  /** Others than the tracking only ever take away from what a player has been shown, so that its size tells whether one has. */
  #viewOf(viewer: Player): View {
    const known = this.#views.get(viewer.id)
    if (known?.order === this.#order && known.shown === viewer.seen.size) return known
    const marks = new Uint8Array(this.#x.length)
    let shown = 0
    for (let number = 0; number < this.#bodies.length; number++) {
      if (!viewer.seen.has(this.#bodies[number]?.id ?? 0)) continue
      marks[number] = 1
      shown += 1
    }
    const view: View = { order: this.#order, shown, marks, x: Number.NaN, z: Number.NaN }
    this.#views.set(viewer.id, view)
    return view
  }

  #put(number: number, body: Player | Entity, players: Game['players']): void {
    if (number < this.#bodies.length && this.#bodies[number] !== body) {
      // Bodies stay in their order: one that stands elsewhere than before follows some that have gone, or is new.
      const place = this.#bodies.indexOf(body, number)
      this.#remove(number, place < 0 ? this.#bodies.length : place, players)
    }
    if (number === this.#bodies.length) {
      this.#bodies.push(body)
      this.#positions.push(nowhere)
    }
    const { position } = body
    const hidden = body.type === 'player' && body.isDead ? 1 : 0
    if (this.#positions[number] === position && this.#hidden[number] === hidden) return
    this.#positions[number] = position
    this.#x[number] = position.x
    this.#z[number] = position.z
    this.#hidden[number] = hidden
    this.#stirred.push(number)
  }

  /** Takes out the bodies from one number to before another; those behind them move up. */
  #remove(from: number, to: number, players: Game['players']): void {
    if (from === to) return
    for (const [viewer, view] of this.#views) {
      for (let number = from; number < to; number++) {
        if (view.marks[number] === 1) view.shown -= 1
        // Who has not been told yet that it is gone is looked after anew.
        if (players.get(viewer)?.seen.has(this.#bodies[number]?.id ?? 0)) view.order = OUTDATED
      }
      closeGap(view.marks, from, to)
    }
    this.#bodies.splice(from, to - from)
    this.#positions.splice(from, to - from)
    for (const row of [this.#x, this.#z, this.#hidden]) closeGap(row, from, to)
  }

  #grow(size: number): void {
    this.#x = new Float64Array(size)
    this.#z = new Float64Array(size)
    this.#hidden = new Uint8Array(size)
    this.#positions = this.#bodies.map(() => nowhere)
    this.#order += 1
  }
}

function closeGap(row: Float64Array | Uint8Array, from: number, to: number): void {
  row.copyWithin(from, to)
  row.fill(0, row.length - (to - from))
}
