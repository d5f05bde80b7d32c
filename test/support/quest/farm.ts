import type { Act } from '../../../src/body/acting/act.ts'
import { type Bot, Vec3 } from '../../../src/body/mineflayer-library.ts'
import { breakBlock } from '../../../src/body/primitives/break-block.ts'
import { collectAround } from '../../../src/body/primitives/collect-drops.ts'
import { holdItem } from '../../../src/body/primitives/hold-item.ts'
import type { Position } from '../../../src/core/position.ts'
import { countOf, goNear } from './gathering.ts'
import { succeeds } from './quester.ts'

type Place = Vec3
const RIPE = 7
/** Between two looks at the field, and how many there are at most. */
const TURN_TICKS = 200
const MOST_TURNS = 500
/** Water keeps fields this near moist, in blocks. */
const WATER_REACH = 4
/** Soils that are tilled at most, and how far from each other. */
const FIELDS = 40
const FIELD_RADIUS = 4
/** How near the bot goes to a field, in blocks: who steps on it tramples it. */
const REACH = 3
const SOIL = /^(grass_block|dirt)$/
const OPEN = /^(air|short_grass|grass|fern|dandelion|poppy|cornflower)$/
const UP = new Vec3(0, 1, 0)

/**
 * Tills the shore of the nearest water and sows what seeds the bot has, in every other row: so plants grow fastest. Gives
 * the places of the plants.
 */
export async function sow(act: Act): Promise<readonly Position[]> {
  const { bot } = act
  const sown: Position[] = []
  for (const place of shore(bot)) {
    if (countOf(bot, /^wheat_seeds$/) === 0) break
    const isRow = place.x % 2 === 0
    if (!(await succeeds(act, till(act, place)))) continue
    if (isRow && (await plant(act, place))) sown.push(place.plus(UP))
  }
  return sown
}

async function till(act: Act, soil: Place): Promise<void> {
  const { bot } = act
  await goNear(act, soil, REACH)
  const above = bot.blockAt(soil.plus(UP) as never)
  if (above !== null && above.name !== 'air') await breakBlock(act, above)
  const hoe = bot.inventory.items().find((item) => item.name.endsWith('_hoe'))
  await holdItem(act, hoe?.name ?? 'wooden_hoe')
  const ground = bot.blockAt(soil as never)
  if (ground === null) return
  await act.until(bot.activateBlock(ground, UP as never))
  await act.wait(2)
}

async function plant(act: Act, soil: Place): Promise<boolean> {
  const { bot } = act
  const ground = bot.blockAt(soil as never)
  if (ground?.name !== 'farmland') return false
  await holdItem(act, 'wheat_seeds')
  await act.until(bot.placeBlock(ground, UP as never).catch(() => {}))
  return bot.blockAt(soil.plus(UP) as never)?.name === 'wheat'
}

/** Soil with free room above, on the level of open water near by, around the place where most of it is. */
function shore(bot: Bot): readonly Place[] {
  const id = bot.registry.blocksByName.water?.id ?? -1
  const waters = bot.findBlocks({ matching: id, maxDistance: 64, count: 3000 }) as unknown as Place[]
  const soils = new Map<string, Place>()
  for (const water of waters) {
    if (bot.blockAt(water.plus(UP) as never)?.name !== 'air') continue
    for (const soil of soilsAround(bot, water)) soils.set(String(soil), soil)
  }
  return aroundMost([...soils.values()]).slice(0, FIELDS)
}

function aroundMost(soils: readonly Place[]): readonly Place[] {
  const company = (soil: Place) => soils.filter((other) => soil.distanceTo(other) < FIELD_RADIUS).length
  const best = soils
    .map((soil) => ({ soil, company: company(soil) }))
    .reduce<{ soil: Place; company: number } | null>(
      (most, one) => (most === null || one.company > most.company ? one : most),
      null,
    )
  return best === null ? [] : soils.toSorted((a, b) => best.soil.distanceTo(a) - best.soil.distanceTo(b))
}

function soilsAround(bot: Bot, water: Place): readonly Place[] {
  const soils: Place[] = []
  for (let x = -WATER_REACH; x <= WATER_REACH; x++) {
    for (let z = -WATER_REACH; z <= WATER_REACH; z++) {
      const soil = water.offset(x, 0, z)
      const isSoil = SOIL.test(bot.blockAt(soil as never)?.name ?? '')
      if (isSoil && isFree(bot, soil.plus(UP))) soils.push(soil)
    }
  }
  return soils
}

/** Whether nothing is there but plants, or one layer of earth that can be dug off. */
function isFree(bot: Bot, place: Place): boolean {
  const nameAt = (at: Place) => bot.blockAt(at as never)?.name ?? ''
  return OPEN.test(nameAt(place)) || (SOIL.test(nameAt(place)) && OPEN.test(nameAt(place.plus(UP))))
}

/** Reaps ripe wheat as it comes, until the bot has that much. */
export async function reap(act: Act, plants: readonly Position[], count: number): Promise<void> {
  const { bot } = act
  for (let turn = 0; turn < MOST_TURNS && countOf(bot, /^wheat$/) < count; turn++) {
    for (const place of plants) {
      const plant = bot.blockAt(new Vec3(place.x, place.y, place.z) as never)
      if (plant?.name !== 'wheat' || Number(plant.getProperties().age) !== RIPE) continue
      await goNear(act, place, REACH)
      if (await succeeds(act, breakBlock(act, plant))) await collectAround(act, place, 4)
    }
    await act.wait(TURN_TICKS)
  }
}
