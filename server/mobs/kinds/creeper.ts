import { monsterKind } from '../mob-kind.ts'

/** Minecraft Wiki: Creeper. */
export const creeper = monsterKind({
  name: 'creeper',
  health: 20,
  speed: 0.25,
  behaviours: ['explode', 'hunt', 'wander'],
})
