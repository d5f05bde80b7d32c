import { createExploreUntil } from './explore-until.ts'
import type { ActResult, Gate } from './gate.ts'
import { nameOf, positionOf } from './vectors.ts'

/**
 * The control primitives, with Voyager's signatures. A soft failure is an answer with `ok: false`; wrong arguments and
 * the eleventh failure of a kind throw.
 */
export function createPrimitives(gate: Gate, bot: object) {
  const primitive =
    (name: string, parametersOf: (...given: readonly unknown[]) => readonly unknown[]) =>
    async (first: unknown, ...given: readonly unknown[]): Promise<ActResult> => {
      checkBot(name, first, bot)
      return gate.act(name, ...parametersOf(...given))
    }
  const atChest = (name: string) => (position: unknown, items: unknown) => [positionOf(position, name), items]
  const atMeeting =
    (name: string) =>
    (player: unknown, items: unknown, place: unknown = null, timeout: unknown = 60) => [
      player,
      items,
      place === null ? null : positionOf(place, name),
      timeout,
    ]
  return {
    mineBlock: primitive('mineBlock', (name, count = 1) => [name, count]),
    craftItem: primitive('craftItem', (name, count = 1) => [name, count]),
    smeltItem: primitive('smeltItem', (itemName, fuelName, count = 1) => [itemName, fuelName, count]),
    placeItem: primitive('placeItem', (name, position) => [name, positionOf(position, 'placeItem')]),
    killMob: primitive('killMob', (mobName, timeout = 300) => [mobName, timeout]),
    getItemFromChest: primitive('getItemFromChest', atChest('getItemFromChest')),
    depositItemIntoChest: primitive('depositItemIntoChest', (position, items, player) => [
      ...atChest('depositItemIntoChest')(position, items),
      ...(player === undefined ? [] : [player]),
    ]),
    checkItemInsideChest: primitive('checkItemInsideChest', (position) => [
      positionOf(position, 'checkItemInsideChest'),
    ]),
    shoot: primitive('shoot', (weapon, target) => [weapon, target]),
    givePlacedItemBack: primitive('givePlacedItemBack', (name, position) => [
      name,
      positionOf(position, 'givePlacedItemBack'),
    ]),
    waitForMobRemoved: primitive('waitForMobRemoved', (entity, timeout = 300) => [
      entityArgument(entity),
      timeout,
    ]),
    giveItem: primitive('giveItem', atMeeting('giveItem')),
    collectFrom: primitive('collectFrom', atMeeting('collectFrom')),
    collectDrops: primitive('collectDrops', (radius = 8) => [radius]),
    exploreUntil: createExploreUntil(gate, (first) => checkBot('exploreUntil', first, bot)),
  }
}

function checkBot(primitive: string, first: unknown, bot: object): void {
  if (first === bot) return
  throw new TypeError(`${primitive}() needs the bot as its first argument, but got ${nameOf(first)}.`)
}

function entityArgument(entity: unknown): unknown {
  return typeof entity === 'object' && entity !== null ? Reflect.get(entity, 'id') : entity
}
