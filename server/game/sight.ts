import type { Entity } from './entity.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

/** How far away players see other players and entities, in blocks along x and z. */
const SIGHT = 64

/** What one player has been shown: 1 for each body, by its number. */
interface View {
  order: number
  shown: number
  marks: Uint8Array
}

/** What a viewer is to be shown, and ids of what it is to forget. */
export interface SightChange {
  /** By squares of the map, then as they came into the game. */
  readonly entering: readonly (Player | Entity)[]
  readonly gone: readonly number[]
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
  /** Grows when a body gets another number. */
  #order = 0
  readonly #views = new Map<number, View>()

  /** Takes note of who is where. */
  update(game: Game): void {
    const size = game.players.size + game.entities.size
    if (size > this.#x.length) this.#grow(size * 2)
    let number = 0
    for (const player of game.players.values()) this.#put(number++, player)
    for (const entity of game.entities.values()) this.#put(number++, entity)
    if (number < this.#bodies.length) this.#cut(number)
    for (const id of this.#views.keys()) if (!game.players.has(id)) this.#views.delete(id)
  }

  get bodies(): readonly (Player | Entity)[] {
    return this.#bodies
  }

  /** Whether the viewer has been shown the body with that number. */
  isShown(viewer: Player, number: number): boolean {
    return this.#views.get(viewer.id)?.marks[number] === 1
  }

  /** What comes into the sight of the viewer and what goes out of it. From now on the one is shown and the other is not. */
  look(viewer: Player): SightChange {
    const view = this.#viewOf(viewer)
    const entering: number[] = []
    for (const number of this.#changes(viewer, view.marks)) {
      const isShown = view.marks[number] === 1
      view.marks[number] = isShown ? 0 : 1
      view.shown += isShown ? -1 : 1
      if (!isShown) entering.push(number)
    }
    const kept = view.shown - entering.length
    return {
      entering: this.#bySquare(entering),
      gone: kept === viewer.seen.size ? [] : this.#goneFrom(viewer, view.marks),
    }
  }

  /** Numbers of the bodies that are not shown though the viewer sees them, or the other way round. */
  #changes(viewer: Player, marks: Uint8Array): readonly number[] {
    const { x, z } = viewer.position
    const [xs, zs, hidden] = [this.#x, this.#z, this.#hidden]
    const changes: number[] = []
    for (let number = 0; number < this.#bodies.length; number++) {
      const isNear = Math.abs((xs[number] ?? 0) - x) <= SIGHT && Math.abs((zs[number] ?? 0) - z) <= SIGHT
      const isSeen = isNear && hidden[number] === 0
      if (isSeen !== (marks[number] === 1) && this.#bodies[number] !== viewer) changes.push(number)
    }
    return changes
  }

  #bySquare(numbers: readonly number[]): readonly (Player | Entity)[] {
    const square = (along: Float64Array, number: number) => Math.floor((along[number] ?? 0) / SIGHT)
    return numbers
      .toSorted((a, b) => square(this.#x, a) - square(this.#x, b) || square(this.#z, a) - square(this.#z, b))
      .flatMap((number) => this.#bodies[number] ?? [])
  }

  #goneFrom(viewer: Player, marks: Uint8Array): readonly number[] {
    const shown = new Set(this.#bodies.filter((_, number) => marks[number] === 1).map(({ id }) => id))
    return [...viewer.seen].filter((id) => !shown.has(id))
  }

  /** Others than the tracking only ever take away from what a player has been shown, so that its size tells whether one has. */
  #viewOf(viewer: Player): View {
    const known = this.#views.get(viewer.id)
    if (known?.order === this.#order && known.shown === viewer.seen.size) return known
    const marks =
      known?.marks.length === this.#x.length ? known.marks.fill(0) : new Uint8Array(this.#x.length)
    let shown = 0
    for (let number = 0; number < this.#bodies.length; number++) {
      if (!viewer.seen.has(this.#bodies[number]?.id ?? 0)) continue
      marks[number] = 1
      shown += 1
    }
    const view: View = { order: this.#order, shown, marks }
    this.#views.set(viewer.id, view)
    return view
  }

  #put(number: number, body: Player | Entity): void {
    if (this.#bodies[number] !== body) {
      if (number < this.#bodies.length) this.#cut(number)
      this.#bodies.push(body)
    }
    this.#x[number] = body.position.x
    this.#z[number] = body.position.z
    this.#hidden[number] = body.type === 'player' && body.isDead ? 1 : 0
  }

  /** Bodies from that number on get other numbers, or have gone. */
  #cut(number: number): void {
    this.#bodies.length = number
    this.#order += 1
  }

  #grow(size: number): void {
    this.#x = new Float64Array(size)
    this.#z = new Float64Array(size)
    this.#hidden = new Uint8Array(size)
    this.#order += 1
  }
}
