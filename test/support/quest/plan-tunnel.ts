import type { Vec3 } from '../../../src/body/mineflayer-library.ts'
import type { RockMap } from './rock-map.ts'
import { SIDES, stepCost } from './step-cost.ts'

/** Places looked at before the best way so far has to do. */
const MOST_PLACES = 2500
/** What a step through rock costs about: what is left of a way is taken to go through rock. */
const ROCK_STEP = 30

export interface TunnelGoal {
  /** What the way leads towards. */
  readonly target: Vec3
  isEnd(feet: Vec3): boolean
}

interface Place {
  readonly feet: Vec3
  readonly from: Place | null
  readonly cost: number
  readonly left: number
}

/**
 * A cheap way for one who digs, from the feet to the goal, or to the place nearest to it that was found: steps to a side,
 * level or one up or down. Keeps off water and lava. Null where there is no way to get nearer.
 *
 * @param avoided places that could not be entered, as text
 */
export function planTunnel(
  map: RockMap,
  start: Vec3,
  goal: TunnelGoal,
  avoided: ReadonlySet<string>,
): readonly Vec3[] | null {
  const first: Place = { feet: start, from: null, cost: 0, left: costLeft(start, goal) }
  const open = new PlaceHeap()
  open.push(first)
  const costs = new Map<string, number>([[String(start), 0]])
  let best = first
  for (let count = 0; count < MOST_PLACES; count++) {
    const place = open.pop()
    if (place === undefined) break
    if (goal.isEnd(place.feet)) return wayTo(place)
    if (place.left < best.left) best = place
    if (place.cost > (costs.get(String(place.feet)) ?? 0)) continue
    for (const feet of stepsFrom(place.feet)) {
      const key = String(feet)
      if (avoided.has(key)) continue
      const cost = place.cost + stepCost(map, place.feet, feet)
      if (cost >= (costs.get(key) ?? Number.POSITIVE_INFINITY)) continue
      costs.set(key, cost)
      open.push({ feet, from: place, cost, left: costLeft(feet, goal) })
    }
  }
  return best === first ? null : wayTo(best)
}

function stepsFrom(feet: Vec3): readonly Vec3[] {
  return SIDES.flatMap((side) => [0, -1, 1].map((rise) => feet.offset(side.x, rise, side.z)))
}

/** As many steps as to go aside or up and down, whichever is more. */
function costLeft(feet: Vec3, { target }: TunnelGoal): number {
  const aside = Math.abs(feet.x - target.x) + Math.abs(feet.z - target.z)
  return ROCK_STEP * Math.max(aside, Math.abs(feet.y - target.y)) + aside
}

function wayTo(end: Place): readonly Vec3[] {
  const way: Vec3[] = []
  for (let place = end; place.from !== null; place = place.from) way.unshift(place.feet)
  return way
}

/** Places by cost so far and cost left, least first. */
class PlaceHeap {
  readonly #places: Place[] = []

  push(place: Place): void {
    const places = this.#places
    let index = places.push(place) - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (rank(places[parent]) <= rank(place)) break
      this.#swap(index, parent)
      index = parent
    }
  }

  pop(): Place | undefined {
    const places = this.#places
    if (places.length < 2) return places.pop()
    this.#swap(0, places.length - 1)
    const least = places.pop()
    let index = 0
    for (;;) {
      const left = 2 * index + 1
      const child = rank(places[left + 1]) < rank(places[left]) ? left + 1 : left
      if (rank(places[child]) >= rank(places[index])) return least
      this.#swap(index, child)
      index = child
    }
  }

  #swap(one: number, other: number): void {
    const places = this.#places
    ;[places[one], places[other]] = [places[other] as Place, places[one] as Place]
  }
}

function rank(place: Place | undefined): number {
  return place === undefined ? Number.POSITIVE_INFINITY : place.cost + place.left
}
