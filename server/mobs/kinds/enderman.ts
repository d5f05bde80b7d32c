import { monsterKind } from '../mob-kind.ts'

/** Minecraft Wiki: Enderman. It leaves alone who neither hits it nor looks into its eyes. */
export const enderman = monsterKind({
  name: 'enderman',
  health: 40,
  speed: 0.3,
  attack: 7,
  sight: 64,
  aggressive: false,
  fearsWater: true,
  behaviours: ['teleport', 'take-offence', 'hunt', 'wander'],
})
