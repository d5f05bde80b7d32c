/** What animals eat, which makes them come, breed and grow (Minecraft Wiki: Breeding). */
const foods: Readonly<Record<string, readonly string[]>> = {
  cow: ['wheat'],
  mooshroom: ['wheat'],
  sheep: ['wheat'],
  pig: ['carrot', 'potato', 'beetroot'],
  chicken: [
    'wheat_seeds',
    'melon_seeds',
    'pumpkin_seeds',
    'beetroot_seeds',
    'torchflower_seeds',
    'pitcher_pod',
  ],
  rabbit: ['carrot', 'golden_carrot', 'dandelion'],
  horse: ['golden_carrot', 'golden_apple', 'enchanted_golden_apple'],
}

/** What else makes an animal come, though it does not breed. */
const lures: Readonly<Record<string, readonly string[]>> = { pig: ['carrot_on_a_stick'] }

export function eats(kind: string, item: string | undefined): boolean {
  return item !== undefined && (foods[kind] ?? []).includes(item)
}

export function isLuredBy(kind: string, item: string | undefined): boolean {
  return eats(kind, item) || (item !== undefined && (lures[kind] ?? []).includes(item))
}
