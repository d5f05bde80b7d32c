import type { StateValue, WindowValue } from '../../core/skill-values.ts'
import { createBotActs } from './bot-acts.ts'
import { createBotSearches } from './bot-searches.ts'
import { createEntities } from './entities.ts'
import type { ActResult, Gate } from './gate.ts'
import { createWindow, type Perform } from './inventory.ts'
import { toItem } from './items.ts'
import { createPathfinder } from './pathfinder.ts'
import { unavailableMembers } from './unavailable-members.ts'
import { vectorOf } from './vectors.ts'

/**
 * The `bot` of skill code: those members of Mineflayer's that skills need. Reads are live and answered at once; acts
 * return promises and, as in Mineflayer, reject when they fail.
 */
export function createBot(gate: Gate, mcData: object): object {
  const perform: Perform = async (method, ...parameters) =>
    successOf(await gate.act(method, ...parameters), method)
  const entities = createEntities(gate)
  const state = () => gate.read<StateValue>('state')
  const inventory = createWindow(() => gate.read<WindowValue>('inventory'))
  const bot = {
    registry: mcData,
    inventory,
    inventoryUsed: () => inventory.items().length,
    pathfinder: createPathfinder(gate, perform),
    chat: (text: unknown) => gate.chat(String(text)),
    ...createBotSearches(gate, entities),
    ...createBotActs(gate, perform),
    ...unavailableMembers(),
  }
  Object.defineProperties(bot, stateMembers(state, entities))
  for (const name of Object.keys(bot)) Object.defineProperty(bot, name, fixed(bot, name))
  return bot
}

function successOf(result: ActResult, method: string): unknown {
  if (result.ok) return result.value
  const error = new Error(`bot.${method}() failed with ${result.code}: ${result.message}`)
  error.name = 'ActError'
  throw error
}

function fixed(bot: object, name: string): PropertyDescriptor {
  const descriptor = Object.getOwnPropertyDescriptor(bot, name)
  return descriptor?.get === undefined ? { writable: false, configurable: false } : { configurable: false }
}

function stateMembers(
  state: () => StateValue,
  entities: ReturnType<typeof createEntities>,
): PropertyDescriptorMap {
  const live = (get: () => unknown): PropertyDescriptor => ({ get, enumerable: true, configurable: true })
  return {
    username: live(() => state().username),
    version: live(() => state().version),
    entity: live(() => entities.self()),
    entities: live(() => Object.fromEntries(entities.all().map((entity) => [entity.id, entity]))),
    players: live(() => entities.players()),
    player: live(() => entities.players()[state().username]),
    health: live(() => state().health),
    food: live(() => state().food),
    foodSaturation: live(() => state().foodSaturation),
    oxygenLevel: live(() => state().oxygenLevel),
    isSleeping: live(() => state().isSleeping),
    usingHeldItem: live(() => state().usingHeldItem),
    quickBarSlot: live(() => state().quickBarSlot),
    heldItem: live(() => toItem(state().heldItem)),
    isRaining: live(() => state().isRaining),
    thunderState: live(() => state().thunderState),
    spawnPoint: live(() => nullable(state().spawnPoint)),
    game: live(() => ({ ...state().game })),
    time: live(() => ({ ...state().time })),
    experience: live(() => ({ ...state().experience })),
  }
}

function nullable(position: StateValue['spawnPoint']) {
  return position === null ? null : vectorOf(position)
}
