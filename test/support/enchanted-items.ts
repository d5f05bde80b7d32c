import type { Bot } from 'mineflayer'
import { ticks } from './server-actions.ts'
import type { ServerHarness } from './server-harness.ts'

/** How an item is given besides its name, by the names of the harness's version. */
export interface GivenData {
  readonly enchantments?: Readonly<Record<string, number>>
  readonly stored?: Readonly<Record<string, number>>
  readonly damage?: number
}

/** Gives an enchanted or worn item by the console, in the version's own words, and waits until the bot has it. */
export async function giveEnchanted(
  harness: ServerHarness,
  bot: Bot,
  item: string,
  data: GivenData,
): Promise<void> {
  const description = harness.version === '1.20.1' ? tags(data) : components(data)
  harness.server.command(`/give ${bot.username} ${item}${description}`)
  await ticks(harness, 2)
}

function tags({ enchantments = {}, stored = {}, damage = 0 }: GivenData): string {
  const list = (levels: Readonly<Record<string, number>>) =>
    Object.entries(levels).map(([name, level]) => `{id:"minecraft:${name}",lvl:${level}s}`)
  return `{Damage:${damage},Enchantments:[${list(enchantments)}],StoredEnchantments:[${list(stored)}]}`
}

function components({ enchantments = {}, stored = {}, damage = 0 }: GivenData): string {
  const levels = (given: Readonly<Record<string, number>>) =>
    Object.entries(given).map(([name, level]) => `"minecraft:${name}":${level}`)
  return `[damage=${damage},enchantments={levels:{${levels(enchantments)}}},stored_enchantments={${levels(stored)}}]`
}
