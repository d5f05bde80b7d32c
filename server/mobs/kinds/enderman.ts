import { monsterKind } from '../mob-kind.ts'

/** Minecraft Wiki: Enderman. It leaves alone who leaves it alone; being looked at does not count as an offence here. */
export const enderman = monsterKind({
  name: 'enderman',
  health: 40,
  speed: 0.3,
  attack: 7,
  sight: 64,
  aggressive: false,
  fearsWater: true,
  behaviours: ['teleport', 'hunt', 'wander'],
})
