import { expect, test } from 'vitest'
import { type Claim, claimKey, claimSchema } from '../../../src/core/claim.ts'
import { claimSentence } from '../../../src/core/claim-sentence.ts'

const recipe = (fields: Partial<Extract<Claim, { type: 'recipe' }>> = {}): Claim => ({
  type: 'recipe',
  item: 'stick',
  makes: 4,
  ingredients: { oak_planks: 2 },
  table: false,
  ...fields,
})

const PROMISE = {
  type: 'promise',
  agent: 'Ada',
  to: 'Bob',
  item: 'coal',
  count: 2,
  place: { x: 1, y: 2, z: -3 },
  until: 900,
} as const

const ONE_OF_EACH: readonly [Claim, string, string][] = [
  [recipe(), 'recipe:stick:2xoak_planks', '2 oak_planks make 4 stick.'],
  [{ type: 'smelting', item: 'glass', from: 'sand' }, 'smelting:sand', 'Smelting sand gives glass.'],
  [{ type: 'fuel', item: 'coal', smelts: 8 }, 'fuel:coal', 'One coal as fuel smelts 8 items.'],
  [
    { type: 'drop', block: 'stone', items: ['cobblestone'] },
    'drop:stone',
    'Mining stone can give cobblestone.',
  ],
  [
    { type: 'tool', block: 'dirt', tools: [] },
    'tool:dirt',
    'A bare hand is enough to get something from dirt.',
  ],
  [
    { type: 'mob-drop', mob: 'cow', items: ['beef', 'leather'] },
    'mob-drop:cow',
    'Killing a cow can give beef or leather.',
  ],
  [
    { type: 'depth', block: 'lapis_ore', lowest: -64, highest: 64, best: 0 },
    'depth:lapis_ore',
    'lapis_ore occurs at heights from -64 to 64, most often around 0.',
  ],
  [
    { type: 'place', what: 'chest', position: { x: 1, y: 2, z: -3 } },
    'place:1,2,-3',
    'There is chest at (1, 2, -3).',
  ],
  [{ type: 'holds', agent: 'Ada', item: 'coal', count: 0 }, 'holds:Ada:coal', 'Ada has 0 coal.'],
  [{ type: 'doing', agent: 'Ada', task: 'Dig' }, 'doing:Ada', 'Ada works on "Dig".'],
  [
    { type: 'knows', agent: 'Ada', topic: 'bow', knows: false },
    'knows:Ada:bow',
    'Ada does not know about bow.',
  ],
  [{ type: 'needs', agent: 'Ada', item: 'coal', count: 2 }, 'needs:Ada:coal', 'Ada needs 2 coal.'],
  [{ type: 'at', agent: 'Ada', position: { x: 1, y: 2, z: -3 } }, 'at:Ada', 'Ada is at (1, 2, -3).'],
  [{ type: 'spares', agent: 'Ada', item: 'coal', count: 2 }, 'spares:Ada:coal', 'Ada can give 2 coal away.'],
  [
    { ...PROMISE, by: 'hand', state: 'open' },
    'promise:Ada:Bob:coal',
    'Ada has promised Bob 2 coal at (1, 2, -3).',
  ],
  [
    { ...PROMISE, by: 'chest', state: 'laid' },
    'promise:Ada:Bob:coal',
    'Ada has put 2 coal for Bob into the chest at (1, 2, -3).',
  ],
  [
    { type: 'contains', position: { x: 1, y: 2, z: -3 }, item: 'bread', count: 4 },
    'contains:1,2,-3:bread',
    'The chest at (1, 2, -3) holds 4 bread.',
  ],
  [
    { type: 'part', agent: 'Ada', part: 'have 3 coal', state: 'done', until: 900 },
    'part:have 3 coal:Ada',
    'Ada has done "have 3 coal" of the team\'s goal.',
  ],
]

test.each(ONE_OF_EACH)('claimKey(%j) is %s', (claim, key, sentence) => {
  expect(claimSchema.parse(claim)).toEqual(claim)
  expect(claimKey(claim)).toBe(key)
  expect(claimSentence(claim)).toBe(sentence)
})

test('every type of claim has an example above', () => {
  const types = claimSchema.options.map((option) => option.shape.type.value)
  expect([...new Set(ONE_OF_EACH.map(([claim]) => claim.type))].sort()).toEqual([...types].sort())
})

test('claimKey() of a recipe does not depend on the order of its ingredients', () => {
  const one = recipe({ ingredients: { stick: 2, cobblestone: 3 } })
  const other = recipe({ ingredients: { cobblestone: 3, stick: 2 } })
  expect(claimKey(one)).toBe(claimKey(other))
})

test('claimKey() tells two recipes of an item apart, and calls two yields of one recipe the same question', () => {
  expect(claimKey(recipe({ ingredients: { bamboo: 2 } }))).not.toBe(claimKey(recipe()))
  expect(claimKey(recipe({ makes: 1 }))).toBe(claimKey(recipe()))
  expect(claimKey(recipe({ table: true }))).toBe(claimKey(recipe()))
})

test('claimSchema refuses what is no claim', () => {
  for (const value of [
    recipe({ makes: 0 }),
    recipe({ ingredients: { stick: 0 } }),
    { type: 'tool', block: '', tools: [] },
  ]) {
    expect(claimSchema.safeParse(value).success).toBe(false)
  }
})
