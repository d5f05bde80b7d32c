import type { Act } from '../../../src/body/acting/act.ts'
import { type Bot, goals, type Vec3 } from '../../../src/body/mineflayer-library.ts'
import { holdItem } from '../../../src/body/primitives/hold-item.ts'
import { travel } from '../../../src/body/travel/travel.ts'
import type { Position } from '../../../src/core/position.ts'
import { countOf, gather, goNear, type Want } from './gathering.ts'
import { succeeds } from './quester.ts'
import { goToHeight, goToSurface, tunnelAhead } from './tunnels.ts'

/** Looks for the ore while tunnelling at its height, turn by turn in new directions. Says whether it got enough. */
export async function stripMine(act: Act, want: Want, y: number): Promise<boolean> {
  for (let turn = 0; turn < 30; turn++) {
    if (await gather(act, want)) return true
    await goToHeight(act, y)
    await tunnelAhead(act, turn >> 2, 16)
  }
  return false
}

/** Fills a bucket at a lava source that lies open. Says whether it did. */
export async function fetchLava(act: Act): Promise<boolean> {
  const { bot } = act
  for (const place of openLava(bot)) {
    if (!(await goNear(act, place.offset(0, 1, 0), 3))) continue
    await holdItem(act, 'bucket')
    await act.until(bot.lookAt(place.offset(0.5, 0.9, 0.5) as never, true))
    await act.wait(2)
    bot.activateItem()
    await act.wait(4)
    if (countOf(bot, /^lava_bucket$/) > 0) return true
  }
  return false
}

function openLava(bot: Bot): readonly Vec3[] {
  const id = bot.registry.blocksByName.lava?.id ?? -1
  const found = bot.findBlocks({ matching: id, maxDistance: 64, count: 400 }) as unknown as Vec3[]
  const isSource = (place: Vec3) => bot.blockAt(place as never)?.getProperties().level === 0
  const isOpen = (place: Vec3) =>
    /^(cave_)?air$/.test(bot.blockAt(place.offset(0, 1, 0) as never)?.name ?? '')
  return found.filter((place) => isSource(place) && isOpen(place)).slice(0, 12)
}

/** Comes back to a place on the surface. */
export async function goHome(act: Act, home: Position): Promise<void> {
  await goToSurface(act)
  for (let turn = 0; turn < 8; turn++) {
    if (await goNear(act, home, 3)) return
    await succeeds(
      act,
      travel(act, new goals.GoalNearXZ(home.x, home.z, 16), { to: 'home', deadlineTicks: 2400 }),
    )
  }
  throw new Error(`The bot found no way home from ${act.bot.entity.position}.`)
}
