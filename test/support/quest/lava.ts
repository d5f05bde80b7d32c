import type { Act } from '../../../src/body/acting/act.ts'
import { type Bot, Vec3 } from '../../../src/body/mineflayer-library.ts'
import { holdItem } from '../../../src/body/primitives/hold-item.ts'
import { countOf, nearestBlocks } from './gathering.ts'
import type { TunnelGoal } from './plan-tunnel.ts'
import { tunnelTo } from './tunnels.ts'

/** Lava that is looked at, nearest first: most of a lake is far from its shore. */
const KNOWN = 600
const TRIES = 6
const AIR = /^(cave_)?air$/

/** Fills a bucket at the shore of a lava lake. Says whether it did. */
export async function fetchLava(act: Act): Promise<boolean> {
  const { bot } = act
  for (const place of shores(bot).slice(0, TRIES)) {
    if (!(await tunnelTo(act, onShoreOf(place)))) continue
    await holdItem(act, 'bucket')
    await act.until(bot.lookAt(place.offset(0.5, 0.8, 0.5) as never, true))
    await act.wait(2)
    bot.activateItem()
    await act.wait(4)
    if (countOf(bot, /^lava_bucket$/) > 0) return true
  }
  return false
}

/** One above the level of the lava, beside it: from there the way down to it is open. */
function onShoreOf(place: Vec3): TunnelGoal {
  const target = place.offset(0, 1, 0)
  return { target, isEnd: (feet) => feet.y === target.y && feet.distanceTo(target) === 1 }
}

/** Lava sources with air above and a solid block beside them. */
function shores(bot: Bot): readonly Vec3[] {
  const nameAt = (place: Vec3) => bot.blockAt(place as never)?.name ?? ''
  return nearestBlocks(bot, /^lava$/, KNOWN)
    .map(({ x, y, z }) => new Vec3(x, y, z))
    .filter((place) => {
      const isSource = Number(bot.blockAt(place as never)?.getProperties().level) === 0
      if (!isSource || !AIR.test(nameAt(place.offset(0, 1, 0)))) return false
      return [1, -1].some((side) =>
        [place.offset(side, 0, 0), place.offset(0, 0, side)].some(
          (beside) => bot.blockAt(beside as never)?.boundingBox === 'block',
        ),
      )
    })
}
