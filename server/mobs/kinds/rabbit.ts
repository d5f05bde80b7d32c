import { animalKind } from '../mob-kind.ts'

/** Minecraft Wiki: Rabbit. */
export const rabbit = animalKind({ name: 'rabbit', health: 3, speed: 0.3, panic: 2.2 })
