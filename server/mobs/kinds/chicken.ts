import { animalKind } from '../mob-kind.ts'

/** Minecraft Wiki: Chicken. */
export const chicken = animalKind({
  name: 'chicken',
  health: 4,
  speed: 0.25,
  panic: 1.4,
  behaviours: ['lay-eggs', 'flee', 'mate', 'follow-food', 'follow-parent', 'wander'],
})
