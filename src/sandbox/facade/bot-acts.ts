import type { RecipeValue, WindowValue } from '../../core/skill-values.ts'
import type { Gate } from './gate.ts'
import { createContainer, createFurnace, type Perform } from './inventory.ts'
import { itemKey } from './items.ts'
import { nameOf, positionOf } from './vectors.ts'

/** Acts that Mineflayer's users do not await, since there they are no promises. Their failures end nothing. */
export const NEEDS_NO_AWAIT: ReadonlySet<string> = new Set([
  'activateItem',
  'attack',
  'clearControlStates',
  'deactivateItem',
  'look',
  'lookAt',
  'setControlState',
  'setQuickBarSlot',
  'stopDigging',
  'swingArm',
  'useOn',
])

/** What the bot does with its hands and its voice; walking is the pathfinder's. */
export function createBotActs(gate: Gate, perform: Perform) {
  return {
    ...handActs(perform),
    ...blockActs(perform),
    ...entityActs(perform),
    ...windowActs(gate, perform),
    ...bodyActs(perform),
  }
}

function handActs(perform: Perform) {
  return {
    equip: (item: unknown, destination: unknown = 'hand') =>
      perform('equip', stackKey(item), destination ?? 'hand'),
    unequip: (destination: unknown = 'hand') => perform('unequip', destination),
    consume: () => perform('consume'),
    toss: (item: unknown, _metadata?: unknown, count?: number | null) =>
      perform('toss', itemKey(item, 'bot.toss'), count ?? 1),
    tossStack: (item: { readonly slot?: unknown } | null) => perform('tossStack', item?.slot ?? null),
    fish: () => perform('fish'),
    activateItem: (offHand = false) => unawaited(perform('activateItem', offHand)),
    deactivateItem: () => unawaited(perform('deactivateItem')),
    setQuickBarSlot: (slot: number) => unawaited(perform('setQuickBarSlot', slot)),
    swingArm: () => unawaited(perform('swingArm')),
  }
}

function blockActs(perform: Perform) {
  return {
    dig: (block: unknown) => perform('dig', positionOf(block, 'bot.dig')),
    placeBlock: (reference: unknown, face: unknown) =>
      perform('placeBlock', positionOf(reference, 'bot.placeBlock'), positionOf(face, 'bot.placeBlock')),
    activateBlock: (block: unknown) => perform('activateBlock', positionOf(block, 'bot.activateBlock')),
    sleep: (bed: unknown) => perform('sleep', positionOf(bed, 'bot.sleep')),
    wake: () => perform('wake'),
  }
}

function entityActs(perform: Perform) {
  return {
    attack: (entity: unknown) => unawaited(perform('attack', idOf(entity, 'bot.attack'))),
    useOn: (entity: unknown) => unawaited(perform('useOn', idOf(entity, 'bot.useOn'))),
    activateEntity: (entity: unknown) => perform('activateEntity', idOf(entity, 'bot.activateEntity')),
  }
}

function windowActs(gate: Gate, perform: Perform) {
  const openContainer = async (block: unknown) => {
    const opened = await perform('openContainer', positionOf(block, 'bot.openContainer'))
    return createContainer(gate, opened as WindowValue, perform)
  }
  return {
    openContainer,
    openChest: openContainer,
    openDispenser: openContainer,
    openFurnace: async (block: unknown) => {
      const opened = await perform('openFurnace', positionOf(block, 'bot.openFurnace'))
      return createFurnace(gate, opened as WindowValue, perform)
    },
    closeWindow: (window: { readonly id?: unknown }) => perform('closeWindow', window.id),
    craft: (recipe: RecipeValue, count: number | null = 1, table: unknown = null) => {
      const position = table === null ? null : positionOf(table, 'bot.craft')
      return perform('craft', recipe.result.id, recipeIndex(gate, recipe), count ?? 1, position)
    },
  }
}

function bodyActs(perform: Perform) {
  return {
    lookAt: (point: unknown) => unawaited(perform('lookAt', positionOf(point, 'bot.lookAt'))),
    look: (yaw: number, pitch: number) => unawaited(perform('look', yaw, pitch)),
    setControlState: (control: unknown, state: boolean) =>
      unawaited(perform('setControlState', control, Boolean(state))),
    clearControlStates: () => unawaited(perform('stopMoving')),
    stopDigging: () => unawaited(perform('stopMoving')),
    waitForTicks: (ticks: number) => perform('waitForTicks', ticks),
  }
}

/** As in Mineflayer these acts never fail for those who await them: the failure is in the trace and ends nothing. */
function unawaited<T>(promise: Promise<T>): Promise<T | undefined> {
  return promise.catch(() => undefined)
}

/** A stack is meant by its slot; an id or a name by any stack of it. */
function stackKey(item: unknown): unknown {
  const slot: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, 'slot') : null
  return typeof slot === 'number' && slot >= 0 ? { slot } : itemKey(item, 'bot.equip')
}

function idOf(entity: unknown, caller: string): number {
  const id: unknown = typeof entity === 'object' && entity !== null ? Reflect.get(entity, 'id') : null
  if (typeof id === 'number') return id
  throw new TypeError(`${caller} needs an entity, but got ${nameOf(entity)}. Check that one was found first.`)
}

function recipeIndex(gate: Gate, recipe: RecipeValue): number {
  const wanted = JSON.stringify(recipe)
  const all = gate.read<RecipeValue[]>('recipesAll', recipe.result.id, true)
  const index = all.findIndex((candidate) => JSON.stringify(candidate) === wanted)
  if (index >= 0) return index
  throw new Error('bot.craft() needs a recipe of bot.recipesFor() or bot.recipesAll(), unchanged.')
}
