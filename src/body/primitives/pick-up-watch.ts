import * as z from 'zod'
import { distanceBetween } from '../../core/position.ts'
import type { Bot } from '../mineflayer-library.ts'
import { untyped } from '../mineflayer-library.ts'

/** Items further away than this are not those that were just thrown, in blocks. */
const NEAR = 8

const collectPacket = z.object({
  collectedEntityId: z.number(),
  collectorEntityId: z.number(),
  pickupItemCount: z.number(),
})

/** Counts who picks up what around a bot, as the server tells it. */
export interface PickUpWatch {
  /** How many of the item the player has picked up. */
  pickedUp(player: string, item: string): number
  /** Names of the other players who have picked up some of the item. */
  others(player: string, item: string): readonly string[]
  stop(): void
}

export function watchPickUps(bot: Bot): PickUpWatch {
  const counts = new Map<string, number>()
  const keyOf = (player: string, item: string) => `${item} ${player}`
  const onCollect = (packet: unknown) => {
    const { collectedEntityId, collectorEntityId, pickupItemCount } = collectPacket.parse(packet)
    const item = bot.entities[collectedEntityId]
    const player = bot.entities[collectorEntityId]?.username
    const name = item?.getDroppedItem()?.name
    if (item === undefined || player === undefined || name === undefined) return
    if (distanceBetween(item.position, bot.entity.position) > NEAR) return
    const key = keyOf(player, name)
    counts.set(key, (counts.get(key) ?? 0) + pickupItemCount)
  }
  const { _client: client } = untyped(bot)
  client.on('collect', onCollect)
  return {
    pickedUp: (player, item) => counts.get(keyOf(player, item)) ?? 0,
    others: (player, item) =>
      [...counts.keys()]
        .flatMap((key) => (key.startsWith(`${item} `) ? [key.slice(item.length + 1)] : []))
        .filter((name) => name !== player && name !== bot.username),
    stop: () => client.removeListener('collect', onCollect),
  }
}
