import type { Act } from '../../../src/body/acting/act.ts'
import { type Bot, Vec3 } from '../../../src/body/mineflayer-library.ts'
import { breakBlock } from '../../../src/body/primitives/break-block.ts'
import { collectAround } from '../../../src/body/primitives/collect-drops.ts'
import { holdItem } from '../../../src/body/primitives/hold-item.ts'
import { placeItem } from '../../../src/body/primitives/place-item.ts'
import type { Position } from '../../../src/core/position.ts'
import { countOf, goNear } from './gathering.ts'
import { succeeds } from './quester.ts'

type Place = Vec3
const RIPE = 7
/** Water keeps fields this near moist, in blocks. */
const WATER_REACH = 4
const FIELDS = 10
const UP = new Vec3(0, 1, 0)

/** Tills the shore of the nearest water and sows what seeds the bot has. Gives the places of the plants. */
export async function sow(act: Act): Promise<readonly Position[]> {
  const { bot } = act
  const sown: Position[] = []
  for (const place of shore(bot)) {
    if (sown.length >= FIELDS || countOf(bot, /^wheat_seeds$/) === 0) break
    if (await succeeds(act, sowOne(act, place))) sown.push(place.plus(UP))
  }
  return sown
}

async function sowOne(act: Act, soil: Place): Promise<void> {
  const { bot } = act
  await goNear(act, soil, 2)
  const above = bot.blockAt(soil.plus(UP) as never)
  if (above !== null && above.name !== 'air') await breakBlock(act, above)
  const hoe = bot.inventory.items().find((item) => item.name.endsWith('_hoe'))
  await holdItem(act, hoe?.name ?? 'wooden_hoe')
  const ground = bot.blockAt(soil as never)
  if (ground === null) return
  await act.until(bot.activateBlock(ground, UP as never))
  await act.wait(3)
  await placeItem(act, 'wheat_seeds', soil.plus(UP))
}

/** Soil with free room above, on the level of open water near by: nearest to the bot first. */
function shore(bot: Bot): readonly Place[] {
  const id = bot.registry.blocksByName.water?.id ?? -1
  const waters = bot.findBlocks({ matching: id, maxDistance: 64, count: 3000 }) as unknown as Place[]
  const soils = new Map<string, Place>()
  for (const water of waters) {
    if (bot.blockAt(water.plus(UP) as never)?.name !== 'air') continue
    for (const soil of soilsAround(bot, water)) soils.set(String(soil), soil)
  }
  return [...soils.values()].slice(0, 40)
}

function soilsAround(bot: Bot, water: Place): readonly Place[] {
  const soils: Place[] = []
  for (let x = -WATER_REACH; x <= WATER_REACH; x++) {
    for (let z = -WATER_REACH; z <= WATER_REACH; z++) {
      const soil = water.offset(x, 0, z)
      const isSoil = /^(grass_block|dirt)$/.test(bot.blockAt(soil as never)?.name ?? '')
      if (isSoil && isFree(bot, soil.plus(UP))) soils.push(soil)
    }
  }
  return soils
}

function isFree(bot: Bot, place: Place): boolean {
  return /^(air|short_grass|grass|fern|dandelion|poppy|cornflower)$/.test(
    bot.blockAt(place as never)?.name ?? '',
  )
}

/** Reaps ripe wheat as it comes, until the bot has that much. */
export async function reap(act: Act, plants: readonly Position[], count: number): Promise<void> {
  const { bot } = act
  for (let turn = 0; turn < 400 && countOf(bot, /^wheat$/) < count; turn++) {
    for (const place of plants) {
      const plant = bot.blockAt(new Vec3(place.x, place.y, place.z) as never)
      if (plant?.name !== 'wheat' || plant.getProperties().age !== RIPE) continue
      await goNear(act, place, 2)
      await breakBlock(act, plant)
      await collectAround(act, place, 4)
    }
    await act.wait(100)
  }
}
