/** Names of the behaviours in `behaviours/`, one file each. */
export type BehaviourName =
  | 'burn-in-daylight'
  | 'carry'
  | 'explode'
  | 'flee'
  | 'follow-food'
  | 'follow-parent'
  | 'hunt'
  | 'lay-eggs'
  | 'mate'
  | 'regrow-wool'
  | 'serve'
  | 'shoot'
  | 'take-offence'
  | 'teleport'
  | 'wander'

/** One kind of mob as data; its size is the registry's, its drops are in `data/loot/mob-loot.ts` under its name. */
export interface MobKind {
  readonly name: string
  /** In half hearts. */
  readonly health: number
  /** Movement speed attribute; `walkingSpeed()` turns it into blocks per tick. */
  readonly speed: number
  /** Factor on the speed while it flees; 1 for mobs that do not. */
  readonly panic: number
  /** Half hearts of a blow on normal difficulty; 0 for mobs that do not hit. */
  readonly attack: number
  /** From how far away it notices players, in blocks. */
  readonly sight: number
  /** Armour points by nature. */
  readonly armor: number
  /** Whether it attacks players, vanishes in peace, and appears in the dark. */
  readonly hostile: boolean
  /** Whether it attacks without having been hurt before. */
  readonly aggressive: boolean
  /** Whether it keeps its head above water instead of sinking. */
  readonly floats: boolean
  /** Whether it goes up walls. */
  readonly climbs: boolean
  /** Whether water hurts it. */
  readonly fearsWater: boolean
  /** In order of importance: the first that has something to do gets the tick. */
  readonly behaviours: readonly BehaviourName[]
  /** Item that others see in its hand; null for none. */
  readonly holds: string | null
}

const animal: Omit<MobKind, 'name' | 'health' | 'speed' | 'panic'> = {
  attack: 0,
  sight: 0,
  armor: 0,
  hostile: false,
  aggressive: false,
  floats: true,
  climbs: false,
  fearsWater: false,
  behaviours: ['flee', 'mate', 'follow-food', 'follow-parent', 'wander'],
  holds: null,
}

const monster: Omit<MobKind, 'name' | 'health' | 'speed'> = {
  panic: 1,
  attack: 0,
  sight: 16,
  armor: 0,
  hostile: true,
  aggressive: true,
  floats: true,
  climbs: false,
  fearsWater: false,
  behaviours: ['hunt', 'wander'],
  holds: null,
}

/** A peaceful kind: what is not given is as with a cow. */
export function animalKind(
  facts: Pick<MobKind, 'name' | 'health' | 'speed' | 'panic'> & Partial<MobKind>,
): MobKind {
  return { ...animal, ...facts }
}

/** A hostile kind: what is not given is as with a zombie in the shade. */
export function monsterKind(facts: Pick<MobKind, 'name' | 'health' | 'speed'> & Partial<MobKind>): MobKind {
  return { ...monster, ...facts }
}
