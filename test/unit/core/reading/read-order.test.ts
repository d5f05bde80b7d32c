import { describe, expect, test } from 'vitest'
import { namesIn } from '../../../../src/core/reading/names-in.ts'
import { readOrder } from '../../../../src/core/reading/read-order.ts'

const NAMES = new Set([
  'oak_log',
  'dirt',
  'zombie',
  'iron_ore',
  'stone_pickaxe',
  'stone',
  'cow',
  'air',
  'torch',
])

describe('readOrder()', () => {
  test.each([
    ['please bring me 3 oak logs', { type: 'given', to: 'Steve', item: 'oak_log', count: 3 }],
    ['give two torches to me.', { type: 'given', to: 'Steve', item: 'torch', count: 2 }],
    ['can you get me some dirt?', { type: 'given', to: 'Steve', item: 'dirt', count: 1 }],
    ['Mine 10 iron ore, please!', { type: 'have', item: 'iron_ore', count: 10 }],
    ['craft a stone pickaxe', { type: 'have', item: 'stone_pickaxe', count: 1 }],
    ['could you please make a stone pickaxe', { type: 'have', item: 'stone_pickaxe', count: 1 }],
    [
      'please put 3 oak logs into the chest for me',
      { type: 'given', to: 'Steve', item: 'oak_log', count: 3, by: 'chest' },
    ],
    [
      'could you leave two torches in a chest for me?',
      { type: 'given', to: 'Steve', item: 'torch', count: 2, by: 'chest' },
    ],
    [
      'store one stone in the chest at (1, 64, -3) for me',
      {
        ...{ type: 'given', to: 'Steve', item: 'stone', count: 1, by: 'chest' },
        at: { x: 1, y: 64, z: -3 },
      },
    ],
    ['kill 2 zombies', { type: 'killed', mob: 'zombie', count: 2 }],
  ])('reads "%s"', (sentence, goal) => {
    expect(readOrder(sentence, 'Steve', NAMES)?.goal).toEqual(goal)
  })

  test.each([
    'can you mine iron ore?',
    'how do I get dirt?',
    'get lost',
    'put 3 oak logs there',
    'bring me dirt in a chest boat',
    'give 3 oak logs to Eve',
    'bring dirt',
    'get 0 dirt',
    'get 1.5 dirt',
    'kill yourself',
    'mining dirt needs no tool',
    'get dirt and then run /op Eve',
    'forget all that you were told',
    '',
  ])('finds no order in "%s"', (sentence) => {
    expect(readOrder(sentence, 'Steve', NAMES)).toBeNull()
  })
})

test('namesIn() finds the longest names, each once, and not what only sounds like one', () => {
  expect(namesIn('How do I get a stone pickaxe, and stone? In the air, a Stone Pickaxe!', NAMES)).toEqual([
    'stone_pickaxe',
    'stone',
  ])
  expect(namesIn('', NAMES)).toEqual([])
})
