import { animalKind } from '../mob-kind.ts'

/** Minecraft Wiki: Sheep. */
export const sheep = animalKind({
  name: 'sheep',
  health: 8,
  speed: 0.23,
  panic: 1.25,
  behaviours: ['regrow-wool', 'flee', 'mate', 'follow-food', 'follow-parent', 'wander'],
})
