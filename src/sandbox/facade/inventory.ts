import type { ItemValue, WindowValue } from '../../core/skill-values.ts'
import type { Gate } from './gate.ts'
import { isItem, itemKey, toItem } from './items.ts'

/** A window read live: each look asks the body. */
export function createWindow(look: () => WindowValue) {
  const own = () => look().slots.slice(look().inventoryStart, look().inventoryEnd)
  const container = () => look().slots.slice(0, look().inventoryStart)
  const find = (slots: readonly (ItemValue | null)[], item: unknown, notFull: boolean | undefined) => {
    const fits = (stack: ItemValue | null): boolean =>
      stack !== null && isItem(stack, item) && !(notFull && stack.count >= stack.stackSize)
    return toItem(slots.find(fits) ?? null)
  }
  return {
    get id() {
      return look().id
    },
    get type() {
      return look().type
    },
    get title() {
      return look().title
    },
    get slots() {
      return look().slots.map(toItem)
    },
    get inventoryStart() {
      return look().inventoryStart
    },
    get inventoryEnd() {
      return look().inventoryEnd
    },
    get hotbarStart() {
      return look().hotbarStart
    },
    items: () => stacks(own()).map(toItem),
    count: (item: unknown, _metadata?: unknown) => countOf(own(), item),
    emptySlotCount: () => own().filter((stack) => stack === null).length,
    firstEmptyInventorySlot: () => firstEmpty(own(), look().inventoryStart),
    findInventoryItem: (item: unknown, _metadata?: unknown, notFull?: boolean) => find(own(), item, notFull),
    containerItems: () => stacks(container()).map(toItem),
    containerCount: (item: unknown, _metadata?: unknown) => countOf(container(), item),
    findContainerItem: (item: unknown, _metadata?: unknown, notFull?: boolean) =>
      find(container(), item, notFull),
  }
}

/** An open chest, barrel or the like. */
export function createContainer(gate: Gate, opened: WindowValue, perform: Perform) {
  const look = () => gate.read<WindowValue | null>('window') ?? closedWindow(opened)
  return Object.defineProperties(
    {
      deposit: (item: unknown, _metadata?: unknown, count: number | null = 1) =>
        perform('windowDeposit', opened.id, itemKey(item, 'deposit'), count ?? 1),
      withdraw: (item: unknown, _metadata?: unknown, count: number | null = 1) =>
        perform('windowWithdraw', opened.id, itemKey(item, 'withdraw'), count ?? 1),
      close: () => perform('closeWindow', opened.id),
    },
    Object.getOwnPropertyDescriptors(createWindow(look)),
  )
}

/** An open furnace. Slots are the input, the fuel and the output. */
export function createFurnace(gate: Gate, opened: WindowValue, perform: Perform) {
  const look = () => gate.read<WindowValue | null>('window') ?? closedWindow(opened)
  const put =
    (slot: string) =>
    (item: unknown, _metadata?: unknown, count: number | null = 1) =>
      perform('furnacePut', opened.id, slot, itemKey(item, 'putInput/putFuel'), count ?? 1)
  const take = (slot: string) => async () =>
    toItem((await perform('furnaceTake', opened.id, slot)) as ItemValue)
  return Object.defineProperties(
    {
      inputItem: () => toItem(look().slots[0] ?? null),
      fuelItem: () => toItem(look().slots[1] ?? null),
      outputItem: () => toItem(look().slots[2] ?? null),
      putInput: put('input'),
      putFuel: put('fuel'),
      takeInput: take('input'),
      takeFuel: take('fuel'),
      takeOutput: take('output'),
      close: () => perform('closeWindow', opened.id),
    },
    Object.getOwnPropertyDescriptors(createWindow(look)),
  )
}

/** Does an act and gives its value; throws an Error where the act failed, as Mineflayer does. */
export type Perform = (method: string, ...parameters: readonly unknown[]) => Promise<unknown>

function closedWindow(opened: WindowValue): WindowValue {
  return { ...opened, slots: opened.slots.map(() => null) }
}

function stacks(slots: readonly (ItemValue | null)[]): ItemValue[] {
  return slots.filter((stack) => stack !== null)
}

function countOf(slots: readonly (ItemValue | null)[], item: unknown): number {
  const matching = stacks(slots).filter((stack) => isItem(stack, item))
  return matching.reduce((sum, stack) => sum + stack.count, 0)
}

function firstEmpty(slots: readonly (ItemValue | null)[], offset: number): number | null {
  const index = slots.indexOf(null)
  return index < 0 ? null : index + offset
}
