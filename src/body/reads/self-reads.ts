import { type ReadMethod, readMethod } from '../host/read-method.ts'
import { stateValue } from '../values/state-value.ts'
import { windowValue } from '../values/window-value.ts'

/** The bot itself and what it holds. */
export const selfReads: Readonly<Record<string, ReadMethod>> = {
  state: readMethod({}, ({ bot, clock }) => stateValue(bot, clock)),
  inventory: readMethod({}, ({ bot }) => windowValue(bot.inventory)),
  window: readMethod({}, ({ bot }) => (bot.currentWindow ? windowValue(bot.currentWindow) : null)),
}
