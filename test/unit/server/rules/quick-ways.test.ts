import { expect, test } from 'vitest'
import { Entities } from '../../../../server/game/entities.ts'
import type { ItemEntity } from '../../../../server/game/entity.ts'
import type { Game } from '../../../../server/game/game.ts'
import type { Player } from '../../../../server/game/player.ts'
import { syncWindow } from '../../../../server/game/window-sync.ts'
import { equalStacks, type ItemStack, itemStack } from '../../../../server/inventory/item-stack.ts'
import { slide } from '../../../../server/rules/item-physics.ts'
import { tickPickUp } from '../../../../server/rules/pickup.ts'
import type { Position } from '../../../../src/core/position.ts'
import { createRandom } from '../../../../src/core/random.ts'

// What is asked thousands of times a tick is answered in quick ways. Here they are held to the plain rules in random states.

type Shape = readonly (readonly number[])[]

const random = createRandom('quick ways')
const between = (low: number, high: number) => low + random.float() * (high - low)

/** A whole block, slabs, a thin plate, a wall, something with two parts, a fence, and nothing, which is met most often. */
const shapes: readonly Shape[] = [
  [[0, 0, 0, 1, 1, 1]],
  [[0, 0, 0, 1, 0.5, 1]],
  [[0, 0.5, 0, 1, 1, 1]],
  [[0.0625, 0, 0.0625, 0.9375, 0.03125, 0.9375]],
  [[0, 0, 0.375, 1, 1, 0.625]],
  [
    [0, 0, 0, 1, 0.5, 1],
    [0.5, 0.5, 0, 1, 1, 1],
  ],
  [[0.375, 0, 0.375, 0.625, 1.5, 0.625]],
  [],
  [],
  [],
  [],
]

/** Blocks of random shapes, of which there are few, so that many points are near one. */
function randomBlocks(): { readonly game: Game; readonly shapeAt: (block: Position) => Shape } {
  const states = Array.from({ length: 64 }, () => random.below(shapes.length))
  const stateAt = ({ x, y, z }: Position) => states[(x & 3) | ((y & 3) << 2) | ((z & 3) << 4)] ?? 0
  const game = {
    world: { blockStateAt: stateAt },
    registry: { collisionBoxes: (state: number) => shapes[state] },
  }
  return { game: game as unknown as Game, shapeAt: (block) => shapes[stateAt(block)] ?? [] }
}

/** Top of what is solid at the point, by the shapes of its block alone. */
function topOfSolid(shapeAt: (block: Position) => Shape, point: Position): number | null {
  const block = { x: Math.floor(point.x), y: Math.floor(point.y), z: Math.floor(point.z) }
  const [x, y, z] = [point.x - block.x, point.y - block.y, point.z - block.z]
  const box = shapeAt(block).find(
    ([x0 = 0, y0 = 0, z0 = 0, x1 = 1, y1 = 1, z1 = 1]) =>
      x > x0 && x < x1 && y >= y0 && y < y1 && z > z0 && z < z1,
  )
  return box === undefined ? null : Math.min(1, box[4] ?? 1)
}

/** The rule of sliding: an item stops where its edge would get into something, unless it is in something already. */
function slidden(shapeAt: (block: Position) => Shape, from: Position, axis: 'x' | 'y' | 'z', by: number) {
  const target = { ...from, [axis]: from[axis] + by }
  const edge = { ...target, [axis]: target[axis] + (axis === 'y' ? 0 : Math.sign(by) * 0.125) }
  const top = topOfSolid(shapeAt, edge)
  if (top === null) return { point: target, isStopped: false }
  if (topOfSolid(shapeAt, from) !== null) {
    if (axis !== 'y') return { point: target, isStopped: false }
    return { point: { ...from, y: Math.floor(from.y) + top }, isStopped: true }
  }
  const isDown = axis === 'y' && by < 0
  return { point: isDown ? { ...from, y: Math.floor(edge.y) + top } : from, isStopped: true }
}

test('slide() stops items where the rule does', () => {
  let stops = 0
  for (let round = 0; round < 300; round++) {
    const { game, shapeAt } = randomBlocks()
    for (let time = 0; time < 40; time++) {
      const from = { x: between(-4, 4), y: between(-4, 4), z: between(-4, 4) }
      const axis = (['x', 'y', 'z'] as const)[random.below(3)] ?? 'x'
      const by = between(-0.9, 0.9)
      const expected = slidden(shapeAt, from, axis, by)
      const point = { ...from }
      expect(slide(game, point, axis, by)).toBe(expected.isStopped)
      expect(point).toEqual(expected.point)
      if (expected.isStopped) stops++
    }
  }
  expect(stops).toBeGreaterThan(1000)
})

interface FakeItem {
  readonly id: number
  readonly position: Position
  collectableFrom: number
  stack: ItemStack
}

interface FakePlayer {
  readonly position: Position
  readonly kind: { readonly width: number; readonly height: number }
  readonly isDead: boolean
  readonly gameMode: string
  /** Items that it still takes. */
  room: number
}

interface Scene {
  readonly players: readonly FakePlayer[]
  readonly items: readonly FakeItem[]
}

function randomScene(): Scene {
  const somewhere = () => ({ x: between(-6, 6), y: between(60, 64), z: between(-6, 6) })
  const players = Array.from({ length: 5 }, () => ({
    position: somewhere(),
    kind: { width: 0.6, height: random.below(2) === 0 ? 1.8 : 1.5 },
    isDead: random.below(6) === 0,
    gameMode: random.below(6) === 0 ? 'spectator' : 'survival',
    room: random.below(12),
  }))
  const items = Array.from({ length: 30 }, (_, id) => ({
    id,
    position: somewhere(),
    type: 'item',
    collectableFrom: Math.max(0, random.below(12) - 8),
    stack: itemStack('dirt', 1 + random.below(4)),
  }))
  return { players, items }
}

/** How much of each item is left, and room of each player, by the rule: whose body, grown a little, meets the item's takes of it. */
function pickedUp({ players, items }: Scene): unknown {
  const rooms = players.map(({ room }) => room)
  const counts = items.map(({ position, collectableFrom, stack }) => {
    let left = stack.count
    for (const [index, player] of players.entries()) {
      if (collectableFrom > 0 || player.isDead || player.gameMode === 'spectator') continue
      const { x, y, z } = player.position
      const side = player.kind.width / 2 + 1 + 0.125
      const isBeside = Math.abs(position.x - x) < side && Math.abs(position.z - z) < side
      const isLevel = position.y + 0.25 > y - 0.5 && position.y < y + player.kind.height + 0.5
      const taken = isBeside && isLevel ? Math.min(left, rooms[index] ?? 0) : 0
      rooms[index] = (rooms[index] ?? 0) - taken
      left -= taken
    }
    return left
  })
  return { rooms, counts }
}

/** The game that the scene makes: players take dirt as long as they have room. */
function gameOf({ players, items }: Scene): Game {
  const entities = new Entities()
  for (const item of items as unknown as readonly ItemEntity[]) {
    entities.set(item.id, item)
    if (random.below(2) === 0) entities.settle(item)
  }
  const people = players.map((player) => ({
    ...player,
    inventory: {
      add: (stack: ItemStack) => {
        const taken = Math.min(player.room, stack.count)
        player.room -= taken
        return taken === stack.count ? null : { ...stack, count: stack.count - taken }
      },
    },
  }))
  const game = {
    players: new Map(people.entries()),
    entities,
    itemTicks: 0,
    protocol: { item: (stack: ItemStack) => stack },
    sendToWatchers: () => {},
    sendTo: () => {},
  }
  for (const one of people) Object.assign(one, { seen: new Set() })
  return game as unknown as Game
}

test('tickPickUp() gives players the items that the rule gives them', () => {
  let taken = 0
  for (let round = 0; round < 400; round++) {
    const scene = randomScene()
    const expected = pickedUp(scene)
    const before = scene.items.reduce((sum, { stack }) => sum + stack.count, 0)
    const game = gameOf(scene)
    tickPickUp(game)
    const counts = scene.items.map((item) => (game.entities.has(item.id) ? item.stack.count : 0))
    expect({ rooms: scene.players.map(({ room }) => room), counts }).toEqual(expected)
    taken += before - counts.reduce((sum, count) => sum + count, 0)
  }
  expect(taken).toBeGreaterThan(400)
})

const randomStack = () =>
  random.below(3) === 0 ? null : itemStack(random.below(2) === 0 ? 'dirt' : 'stick', 1 + random.below(3))

test('syncWindow() sends what differs from what the client believes, and nothing else', () => {
  for (let round = 0; round < 500; round++) {
    const stacks = Array.from({ length: 20 }, randomStack)
    const remote = stacks.map((stack) => (random.below(4) === 0 ? randomStack() : stack && { ...stack }))
    const differing = [...stacks.keys()].filter(
      (slot) => !equalStacks(stacks[slot] ?? null, remote[slot] ?? null),
    )
    const isCursorWrong = random.below(5) === 0
    const sent: { readonly name: string; readonly params: Record<string, unknown> }[] = []
    const window = {
      id: 1,
      layout: { slots: stacks.map((stack) => ({ read: () => stack })) },
      remote: (index: number) => remote[index] ?? null,
      believe: (index: number, stack: ItemStack | null) => {
        remote[index] = stack
      },
      remoteCursor: isCursorWrong ? itemStack('apple') : null,
      nextStateId: () => 1,
    }
    const player = { window, cursor: { stack: null }, connection: { send: (one: never) => sent.push(one) } }
    const game = { protocol: { item: (stack: ItemStack | null) => stack } }
    syncWindow(game as unknown as Game, player as unknown as Player)
    expect(remote).toEqual(stacks)
    expect(window.remoteCursor).toBeNull()
    if (isCursorWrong)
      expect(sent.map(({ name, params }) => [name, params.items])).toEqual([['window_items', stacks]])
    else {
      const slots = differing.map((slot) => ['set_slot', slot, stacks[slot] ?? null])
      expect(sent.map(({ name, params }) => [name, params.slot, params.item])).toEqual(slots)
    }
  }
})
