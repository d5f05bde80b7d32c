import { createRandom, type Random } from '../../src/core/random.ts'
import { enchantability, isCompatible, isOffered } from './enchantability.ts'
import type { EnchantmentKind } from './enchantment-kind.ts'
import type { GameRegistry } from './game-registry.ts'
import type { ItemKind } from './item-kind.ts'

/** Shelves beyond these do not help. */
const MOST_SHELVES = 15
const OFFERS = 3
/** An item's power varies by this share both ways. */
const VARIATION = 0.15

export interface EnchantmentLevel {
  readonly kind: EnchantmentKind
  readonly level: number
}

/** What an enchanting table shows on one of its three buttons. */
export interface EnchantingOffer {
  /** Levels that the player must have. */
  readonly cost: number
  /** One of what the item would get; null where there would be nothing. */
  readonly clue: EnchantmentLevel | null
}

/** What the offers follow from: the same gives the same (Minecraft Wiki: Enchanting mechanics). */
export interface EnchantingSituation {
  readonly item: ItemKind
  /** The player's; another one after each enchanting. */
  readonly seed: number
  readonly bookshelves: number
}

/** The three offers of a table; null for each button that has none. */
export function enchantingOffers(
  registry: GameRegistry,
  situation: EnchantingSituation,
): readonly (EnchantingOffer | null)[] {
  const random = createRandom(`enchanting/${situation.seed}`)
  const costs = Array.from({ length: OFFERS }, (_, button) => offerCost(situation, button, random))
  return costs.map((cost, button) => {
    if (cost < button + 1) return null
    const chosen = chosenEnchantments(registry, situation, { button, cost })
    const clue = chosen.length === 0 ? null : buttonRandom(situation, button).fork('clue').pick(chosen)
    return { cost, clue }
  })
}

/** All that the item gets by the button. */
export function chosenEnchantments(
  registry: GameRegistry,
  situation: EnchantingSituation,
  { button, cost }: { readonly button: number; readonly cost: number },
): readonly EnchantmentLevel[] {
  const random = buttonRandom(situation, button)
  const chosen = drawEnchantments(registry, situation.item, cost, random)
  if (situation.item.name !== 'book' || chosen.length < 2) return chosen
  const lost = random.below(chosen.length)
  return chosen.filter((_, index) => index !== lost)
}

function buttonRandom({ seed }: EnchantingSituation, button: number): Random {
  return createRandom(`enchanting/${seed}/${button}`)
}

function offerCost({ item, bookshelves }: EnchantingSituation, button: number, random: Random): number {
  const shelves = Math.min(bookshelves, MOST_SHELVES)
  const base = 1 + random.below(8) + Math.floor(shelves / 2) + random.below(shelves + 1)
  if (enchantability(item.name) === 0) return 0
  if (button === 0) return Math.max(1, Math.floor(base / 3))
  return button === 1 ? Math.floor((base * 2) / 3) + 1 : Math.max(base, shelves * 2)
}

/** Draws enchantments of the item for that cost: one, and with power left maybe more that go with it. */
export function drawEnchantments(
  registry: GameRegistry,
  item: ItemKind,
  cost: number,
  random: Random,
): readonly EnchantmentLevel[] {
  const ease = Math.floor(enchantability(item.name) / 4) + 1
  const plain = cost + 1 + random.below(ease) + random.below(ease)
  const variation = (random.float() + random.float() - 1) * VARIATION
  let power = Math.max(1, Math.round(plain + plain * variation))
  let candidates = possibleEnchantments(registry, item, power)
  const chosen: EnchantmentLevel[] = []
  while (candidates.length > 0 && (chosen.length === 0 || random.below(50) <= power)) {
    const next = pickWeighted(candidates, random)
    candidates = candidates.filter(({ kind }) => isCompatible(kind, next.kind))
    if (chosen.length > 0) power = Math.floor(power / 2)
    chosen.push(next)
  }
  return chosen
}

/** Each enchantment that the table has for the item, at the highest level within the power. */
export function possibleEnchantments(
  registry: GameRegistry,
  item: ItemKind,
  power: number,
): readonly EnchantmentLevel[] {
  return registry.enchantments
    .filter((kind) => isOffered(item, kind))
    .flatMap((kind) => {
      for (let level = kind.maxLevel; level > 0; level--) {
        const { least, most } = kind.powerFor(level)
        if (power >= least && power <= most) return [{ kind, level }]
      }
      return []
    })
}

function pickWeighted(candidates: readonly EnchantmentLevel[], random: Random): EnchantmentLevel {
  const total = candidates.reduce((sum, { kind }) => sum + kind.weight, 0)
  let left = random.below(total)
  const picked = candidates.find(({ kind }) => {
    left -= kind.weight
    return left < 0
  })
  return picked ?? random.pick(candidates)
}
