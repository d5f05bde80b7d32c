import { monsterKind } from '../mob-kind.ts'

/** Minecraft Wiki: Skeleton. */
export const skeleton = monsterKind({
  name: 'skeleton',
  health: 20,
  floats: false,
  speed: 0.25,
  behaviours: ['burn-in-daylight', 'shoot', 'wander'],
  holds: 'bow',
})
