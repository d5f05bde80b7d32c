import { animalKind } from '../mob-kind.ts'

/** Minecraft Wiki: Cow. */
export const cow = animalKind({ name: 'cow', health: 10, speed: 0.2, panic: 2 })
