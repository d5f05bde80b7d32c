import fc from 'fast-check'
import { names, windowBlocks } from './scene.ts'

/** What somebody does. The numbers are freely chosen; each kind of act makes of them what it can. */
export type Act =
  | {
      readonly kind: 'click'
      readonly who: number
      readonly slot: number
      readonly button: number
      readonly mode: number
    }
  | { readonly kind: 'open' | 'remove' | 'restore'; readonly who: number; readonly block: number }
  | { readonly kind: 'trade'; readonly who: number; readonly index: number }
  | { readonly kind: 'hand'; readonly who: number; readonly status: number; readonly held: number }
  | { readonly kind: 'close' | 'die' | 'respawn' | 'leave' | 'conjure' | 'talk'; readonly who: number }
  | { readonly kind: 'press'; readonly who: number; readonly index: number }
  | { readonly kind: 'walk'; readonly who: number; readonly x: number; readonly z: number }
  | { readonly kind: 'wait'; readonly ticks: number }

const who = fc.nat({ max: names.length - 1 })
/** Beyond the last one: the block that everybody crowds around. */
const block = fc.nat({ max: windowBlocks.length * 2 })
const slot = fc.oneof(
  { weight: 8, arbitrary: fc.nat({ max: 92 }) },
  { weight: 6, arbitrary: fc.nat({ max: 10 }) },
  { weight: 1, arbitrary: fc.constantFrom(-999, -1, -2, 30_000) },
)
const click = fc.oneof(
  fc.record({
    kind: fc.constant('click' as const),
    who,
    slot,
    button: fc.constantFrom(0, 1),
    mode: fc.constantFrom(0, 0, 0, 1),
  }),
  fc.record({
    kind: fc.constant('click' as const),
    who,
    slot,
    button: fc.constantFrom(0, 1, 3, 8, 40),
    mode: fc.constantFrom(2, 4),
  }),
  fc.record({
    kind: fc.constant('click' as const),
    who,
    slot,
    button: fc.constantFrom(0, 1, 2, 4, 5, 6, 8, 9, 10),
    mode: fc.constantFrom(5, 5, 6, 3),
  }),
)
export const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 30, arbitrary: click },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('open' as const),
      who,
      block,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('remove' as const, 'restore' as const),
      who,
      block,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('trade' as const),
      who,
      index: fc.integer({ min: -2, max: 9 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('hand' as const),
      who,
      status: fc.constantFrom(3, 4, 6),
      held: fc.integer({ min: -1, max: 9 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'close' as const,
        'die' as const,
        'respawn' as const,
        'leave' as const,
        'conjure' as const,
        'talk' as const,
      ),
      who,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('press' as const),
      who,
      index: fc.integer({ min: -1, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('walk' as const),
      who,
      x: fc.integer({ min: -1, max: 1 }),
      z: fc.integer({ min: -1, max: 1 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ticks: fc.integer({ min: 1, max: 60 }) }),
  },
)
