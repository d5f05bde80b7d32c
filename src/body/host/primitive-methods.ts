import * as z from 'zod'
import { checkItemInsideChest } from '../primitives/check-item-inside-chest.ts'
import { collectDrops } from '../primitives/collect-drops.ts'
import { collectFrom } from '../primitives/collect-from.ts'
import { craftItem } from '../primitives/craft-item.ts'
import { depositItemIntoChest } from '../primitives/deposit-item-into-chest.ts'
import { exploreStep } from '../primitives/explore-step.ts'
import { getItemFromChest } from '../primitives/get-item-from-chest.ts'
import { giveItem } from '../primitives/give-item.ts'
import { givePlacedItemBack } from '../primitives/give-placed-item-back.ts'
import { killMob } from '../primitives/kill-mob.ts'
import { mineBlock } from '../primitives/mine-block.ts'
import { placeItem } from '../primitives/place-item.ts'
import { shoot } from '../primitives/shoot.ts'
import { smeltItem } from '../primitives/smelt-item.ts'
import { waitForMobRemoved } from '../primitives/wait-for-mob-removed.ts'
import { type ActMethod, actMethod } from './act-method.ts'
import { count, entityId, itemCounts, name, position, ticks } from './common-parameters.ts'

const TICKS_PER_SECOND = 20
/** Ticks for a walk within sight, digging included. */
const WALK = 1200
const PER_BLOCK = 1200
const PER_CRAFT = 100
const PER_SMELTING = 260

const unit = z.union([z.literal(-1), z.literal(0), z.literal(1)], 'its coordinates should each be -1, 0 or 1')
const direction = z
  .strictObject({ x: unit, y: unit, z: unit })
  .refine(({ x, y, z: south }) => x !== 0 || y !== 0 || south !== 0, 'it should point somewhere')
const seconds = z.number('it should be a number of seconds').min(1).max(1200).default(300)
const chest = { position }
const player = z.string('it should be the name of a player').min(1).max(64)
const meeting = {
  player,
  items: itemCounts,
  place: position.nullable().default(null),
  timeout: seconds.default(60),
}

const primitive = { moves: true, isPrimitive: true } as const

/** The control primitives, as Voyager's skills call them. */
export const primitiveMethods: Readonly<Record<string, ActMethod>> = {
  mineBlock: actMethod({
    ...primitive,
    parameters: { name, count: count.default(1) },
    deadlineTicks: (values) => WALK + PER_BLOCK * values.count,
    run: (act, values) => mineBlock(act, values.name, values.count),
  }),
  craftItem: actMethod({
    ...primitive,
    parameters: { name, count: count.default(1) },
    deadlineTicks: (values) => 2 * WALK + PER_CRAFT * values.count,
    run: (act, values) => craftItem(act, values.name, values.count),
  }),
  smeltItem: actMethod({
    ...primitive,
    parameters: { itemName: name, fuelName: name, count: count.default(1) },
    deadlineTicks: (values) => 2 * WALK + PER_SMELTING * values.count,
    run: (act, values) => smeltItem(act, values.itemName, values.fuelName, values.count),
  }),
  placeItem: actMethod({
    ...primitive,
    parameters: { name, position },
    deadlineTicks: 2 * WALK,
    run: (act, values) => placeItem(act, values.name, values.position),
  }),
  killMob: actMethod({
    ...primitive,
    parameters: { mobName: name, timeout: seconds },
    deadlineTicks: (values) => Math.ceil(values.timeout * TICKS_PER_SECOND),
    run: (act, values) => killMob(act, values.mobName),
  }),
  exploreStep: actMethod({
    ...primitive,
    parameters: { direction, ticks },
    deadlineTicks: (values) => values.ticks + 60,
    run: (act, values) => exploreStep(act, values.direction, values.ticks),
  }),
  getItemFromChest: actMethod({
    ...primitive,
    parameters: { ...chest, items: itemCounts },
    deadlineTicks: 2 * WALK,
    run: (act, values) => getItemFromChest(act, values.position, values.items),
  }),
  depositItemIntoChest: actMethod({
    ...primitive,
    parameters: { ...chest, items: itemCounts, player: player.nullable().default(null) },
    deadlineTicks: 2 * WALK,
    run: depositItemIntoChest,
  }),
  checkItemInsideChest: actMethod({
    ...primitive,
    parameters: chest,
    deadlineTicks: 2 * WALK,
    run: (act, values) => checkItemInsideChest(act, values.position),
  }),
  shoot: actMethod({
    ...primitive,
    parameters: { weapon: name, target: name },
    deadlineTicks: 2 * WALK,
    run: (act, values) => shoot(act, values.weapon, values.target),
  }),
  givePlacedItemBack: actMethod({
    ...primitive,
    parameters: { name, position },
    deadlineTicks: 2 * WALK,
    run: (act, values) => givePlacedItemBack(act, values.name, values.position),
  }),
  waitForMobRemoved: actMethod({
    isPrimitive: true,
    parameters: { entity: entityId, timeout: seconds },
    deadlineTicks: (values) => Math.ceil(values.timeout * TICKS_PER_SECOND) + 20,
    run: (act, values) => waitForMobRemoved(act, values.entity, Math.ceil(values.timeout * TICKS_PER_SECOND)),
  }),
  giveItem: actMethod({
    ...primitive,
    parameters: meeting,
    deadlineTicks: ({ timeout }) => 2 * WALK + Math.ceil(timeout * TICKS_PER_SECOND),
    run: (act, { timeout, ...values }) =>
      giveItem(act, { ...values, patience: Math.ceil(timeout * TICKS_PER_SECOND) }),
  }),
  collectFrom: actMethod({
    ...primitive,
    parameters: meeting,
    deadlineTicks: ({ timeout }) => WALK + Math.ceil(timeout * TICKS_PER_SECOND),
    run: (act, { timeout, ...values }) =>
      collectFrom(act, { ...values, patience: Math.ceil(timeout * TICKS_PER_SECOND) }),
  }),
  collectDrops: actMethod({
    ...primitive,
    parameters: { radius: z.number('it should be a number of blocks').min(1).max(32).default(8) },
    deadlineTicks: 2 * WALK,
    run: (act, values) => collectDrops(act, values.radius),
  }),
}
