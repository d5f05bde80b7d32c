/** The places on a player's body, in the order of the inventory window's slots 5 to 8. */
export const armorPlaces = ['head', 'torso', 'legs', 'feet'] as const

export type ArmorPlace = (typeof armorPlaces)[number]

const endings: Readonly<Record<ArmorPlace, readonly string[]>> = {
  head: ['_helmet', '_skull', '_head', 'carved_pumpkin'],
  torso: ['_chestplate', 'elytra'],
  legs: ['_leggings'],
  feet: ['_boots'],
}

/** Where the item is worn; null for what nobody wears. */
export function armorPlaceOf(name: string): ArmorPlace | null {
  return armorPlaces.find((place) => endings[place].some((ending) => name.endsWith(ending))) ?? null
}
