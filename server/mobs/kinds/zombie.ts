import { monsterKind } from '../mob-kind.ts'

/** Minecraft Wiki: Zombie. */
export const zombie = monsterKind({
  name: 'zombie',
  health: 20,
  speed: 0.23,
  attack: 3,
  sight: 35,
  armor: 2,
  floats: false,
  behaviours: ['burn-in-daylight', 'hunt', 'wander'],
})
