import { animalKind } from '../mob-kind.ts'

/** Minecraft Wiki: Villager. The speed is that at which it strolls, half of its attribute. */
export const villager = animalKind({
  name: 'villager',
  health: 20,
  speed: 0.25,
  panic: 1.5,
  behaviours: ['serve', 'flee', 'wander'],
})
