import type { WindowValue } from '../../core/skill-values.ts'
import type { Window } from '../mineflayer-library.ts'
import { itemValue } from './item-value.ts'

export function windowValue(window: Window): WindowValue {
  return {
    id: window.id,
    type: String(window.type),
    title: titleText(window.title),
    slots: window.slots.map(itemValue),
    inventoryStart: window.inventoryStart,
    inventoryEnd: window.inventoryEnd,
    hotbarStart: window.hotbarStart,
  }
}

function titleText(title: unknown): string {
  return typeof title === 'string' ? title : JSON.stringify(title ?? '')
}
