import { createRequire } from 'node:module'
import type { Bot } from 'mineflayer'
import type { Block } from 'prismarine-block'
import type { Vec3 as Vec3Type } from 'vec3'
import { expect } from 'vitest'
import type { Player } from '../../server/game/player.ts'
import { type ItemStack, itemStack } from '../../server/inventory/item-stack.ts'
import type { ItemCounts } from '../../src/core/item-counts.ts'
import type { Position } from '../../src/core/position.ts'
import type { ServerHarness } from './server-harness.ts'

const { Vec3 } = createRequire(import.meta.url)('vec3') as {
  Vec3: new (x: number, y: number, z: number) => Vec3Type
}

export const UP = { x: 0, y: 1, z: 0 }

export function vector({ x, y, z }: Position): Vec3Type {
  return new Vec3(x, y, z)
}

/** The bot's player as the server sees it. */
export function playerOf(harness: ServerHarness, bot: Bot): Player {
  const player = harness.server.game.playerNamed(bot.username)
  if (player === null) throw new Error(`The server has no player "${bot.username}".`)
  return player
}

/** Gives items by the console and waits until the bot has them. */
export async function give(harness: ServerHarness, bot: Bot, items: ItemCounts): Promise<void> {
  for (const [name, count] of Object.entries(items))
    harness.server.command(`/give ${bot.username} ${name} ${count}`)
  await ticks(harness, 2)
}

/** Lets exactly that many ticks pass. */
export async function ticks(harness: ServerHarness, count: number): Promise<void> {
  await harness.clock.advance(count)
}

/** What the bot believes that it carries. */
export function carried(bot: Bot): ItemCounts {
  return countItems(bot.inventory.items().map((item) => itemStack(item.name, item.count)))
}

/** What the server knows that it carries, armour and off-hand included. */
export function truth(harness: ServerHarness, bot: Bot): ItemCounts {
  return countItems(playerOf(harness, bot).inventory.storage.stacks())
}

export function countItems(stacks: readonly ItemStack[]): ItemCounts {
  const counts: Record<string, number> = {}
  for (const { name, count } of stacks) counts[name] = (counts[name] ?? 0) + count
  return counts
}

/** Fails unless the bot's picture of its inventory is the server's, slot by slot. */
export function expectAgreement(harness: ServerHarness, bot: Bot): void {
  const { storage } = playerOf(harness, bot).inventory
  const server = Array.from({ length: 41 }, (_, index) => line(storage.at(index + 5)))
  const client = bot.inventory.slots.slice(5, 46).map((item) => line(item))
  expect(client).toEqual(server)
}

function line(stack: { readonly name: string; readonly count: number } | null | undefined): string {
  return stack === null || stack === undefined ? '' : `${stack.count} ${stack.name}`
}

export async function craft(
  bot: Bot,
  name: string,
  times: number,
  table: Block | null = null,
): Promise<void> {
  const item = bot.registry.itemsByName[name]
  const recipe = item === undefined ? undefined : bot.recipesFor(item.id, null, 1, table)[0]
  if (recipe === undefined) throw new Error(`The bot knows no recipe for "${name}" that it could craft now.`)
  await bot.craft(recipe, times, table ?? undefined)
}

export async function hold(bot: Bot, name: string): Promise<void> {
  const item = bot.inventory.items().find((candidate) => candidate.name === name)
  if (item === undefined) throw new Error(`The bot has no "${name}" to hold.`)
  await bot.equip(item, 'hand')
}

export function blockAt(bot: Bot, position: Position): Block {
  const block = bot.blockAt(vector(position))
  if (block === null) throw new Error(`The bot has no block at ${position.x}, ${position.y}, ${position.z}.`)
  return block
}

/** The block beside the bot's feet: offset by whole blocks from the one that it stands in. */
export function beside(bot: Bot, x: number, y: number, z: number): Position {
  const { position } = bot.entity
  return { x: Math.floor(position.x) + x, y: Math.floor(position.y) + y, z: Math.floor(position.z) + z }
}

/** Sets a block as the server and waits until the bot has seen it. */
export async function setBlock(harness: ServerHarness, position: Position, name: string): Promise<void> {
  harness.server.game.world.setBlock(position, name)
  await ticks(harness, 1)
}

export function serverBlock(harness: ServerHarness, position: Position): string {
  return harness.server.game.world.blockAt(position).name
}

/** The promise's rejection as its message; fails when it resolves. */
export async function rejection(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('Expected a rejection.')
}

/** Everything that the bot emits under these names, in order: the name and what `read` makes of the rest. */
export function record(
  bot: Bot,
  names: readonly string[],
  read: (...parameters: never[]) => unknown,
): unknown[][] {
  const events: unknown[][] = []
  for (const name of names) {
    bot.on(name as 'spawn', (...parameters: unknown[]) => {
      events.push([name, read(...(parameters as never[]))])
    })
  }
  return events
}
