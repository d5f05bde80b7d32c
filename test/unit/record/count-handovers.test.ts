import { expect, test } from 'vitest'
import type { Json } from '../../../src/core/json.ts'
import { countHandovers } from '../../../src/record/count-handovers.ts'

const CHEST = { x: 1, y: 64, z: 2 }

function act(name: string, given: readonly Json[], ok = true) {
  const result = ok
    ? { ok: true as const, message: 'Done.', value: null }
    : { ok: false as const, code: 'no-path' as const, message: 'There is no way.' }
  return { type: 'act' as const, tick: 1, name, arguments: [...given], result }
}

test('countHandovers() counts what reached others, in person and through chests', () => {
  const trace = [
    act('giveItem', ['Ada', { bread: 1 }]),
    act('giveItem', ['Ada', { bread: 1 }], false),
    act('depositItemIntoChest', [CHEST, { bread: 1 }, 'Ada']),
    act('depositItemIntoChest', [CHEST, { bread: 1 }, 'Ben']),
    act('depositItemIntoChest', [CHEST, { bread: 1 }]),
    act('depositItemIntoChest', [CHEST, { bread: 1 }, 'Ada'], false),
    { type: 'skill' as const, tick: 2, name: 'giveItem', phase: 'entered' as const },
  ]
  expect(countHandovers(trace)).toEqual({ byHand: 1, byChest: 2 })
  expect(countHandovers([])).toEqual({ byHand: 0, byChest: 0 })
})
