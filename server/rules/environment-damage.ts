/** What surroundings do to a player in the end, as its death message goes on after its name. */
export const environmentDeaths = {
  suffocation: 'suffocated in a wall',
  fire: 'went up in flames',
  burning: 'burned to death',
  cactus: 'was pricked to death',
  berries: 'was poked to death by a sweet berry bush',
  magma: 'discovered the floor was lava',
} as const

export type EnvironmentCause = keyof typeof environmentDeaths

/** What armour helps against although nobody attacks. Source: Minecraft Wiki, Armor (damage types). */
export const stoppedByArmor: ReadonlySet<unknown> = new Set(['lava', 'fire', 'cactus', 'berries', 'magma'])
