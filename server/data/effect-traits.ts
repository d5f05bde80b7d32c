/** Attributes that effects change, by their names since 1.21. */
export type AttributeName = 'movement_speed' | 'attack_damage' | 'attack_speed' | 'max_health' | 'luck'

/** How one level of an effect changes an attribute: by an amount, or by a share of the whole. */
export interface EffectModifier {
  readonly attribute: AttributeName
  readonly amount: number
  readonly operation: 'add' | 'multiply-total'
  /** Under which versions before 1.21 know the change. */
  readonly uuid: string
}

export interface EffectTraits {
  /** Of the particles, as 0xRRGGBB. */
  readonly color: number
  readonly modifier: EffectModifier | null
}

/** What the effects look like and which attributes they change (Minecraft Wiki: Effect; Effect colors; Attribute). */
export const effectTraits: Readonly<Record<string, EffectTraits>> = {
  speed: changes(0x33ebff, 'movement_speed', 0.2, '91aeaa56-376b-4498-935b-2f7f68070635'),
  slowness: changes(0x8bafe0, 'movement_speed', -0.15, '7107de5e-7ce8-4030-940e-514c1f160890'),
  haste: changes(0xd9c043, 'attack_speed', 0.1, 'af8b6e3f-3328-4c0a-aa36-5ba2bb9dbef3'),
  mining_fatigue: changes(0x4a4217, 'attack_speed', -0.1, '55fced67-e92a-486e-9800-b47f202c4386'),
  strength: adds(0xffc700, 'attack_damage', 3, '648d7064-6a60-4f59-8abe-c2c23a6dd7a9'),
  instant_health: plain(0xf82423),
  instant_damage: plain(0xa9656a),
  jump_boost: plain(0xfdff84),
  nausea: plain(0x551d4a),
  regeneration: plain(0xcd5cab),
  resistance: plain(0x9146f0),
  fire_resistance: plain(0xff9900),
  water_breathing: plain(0x98dac0),
  invisibility: plain(0xf6f6f6),
  blindness: plain(0x1f1f23),
  night_vision: plain(0xc2ff66),
  hunger: plain(0x587653),
  weakness: adds(0x484d48, 'attack_damage', -4, '22653b89-116e-49dc-9b6b-9971489b5be5'),
  poison: plain(0x87a363),
  wither: plain(0x736156),
  health_boost: adds(0xf87d23, 'max_health', 4, '5d6f0ba2-1186-46ac-b896-c61c5cee99cc'),
  absorption: plain(0x2552a5),
  saturation: plain(0xf82423),
  glowing: plain(0x94a061),
  levitation: plain(0xceffff),
  luck: adds(0x59c106, 'luck', 1, '03c3c89d-7037-4b42-869f-b146bcb64d2e'),
  unluck: adds(0xc0a44d, 'luck', -1, 'cc5af142-2bd2-4215-b636-2605aed11727'),
  slow_falling: plain(0xf3cfb9),
  conduit_power: plain(0x1dc2d1),
  dolphins_grace: plain(0x88a3be),
  bad_omen: plain(0x0b6138),
  hero_of_the_village: plain(0x44ff44),
  darkness: plain(0x292721),
}

function plain(color: number): EffectTraits {
  return { color, modifier: null }
}

function adds(color: number, attribute: AttributeName, amount: number, uuid: string): EffectTraits {
  return { color, modifier: { attribute, amount, operation: 'add', uuid } }
}

function changes(color: number, attribute: AttributeName, amount: number, uuid: string): EffectTraits {
  return { color, modifier: { attribute, amount, operation: 'multiply-total', uuid } }
}
