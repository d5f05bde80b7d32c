import { animalKind } from '../mob-kind.ts'

/** Minecraft Wiki: Horse. Health and speed are the means of vanilla's, which differ from horse to horse. */
export const horse = animalKind({
  name: 'horse',
  health: 22,
  speed: 0.225,
  panic: 1.2,
  behaviours: ['carry', 'flee', 'mate', 'follow-food', 'follow-parent', 'wander'],
})
