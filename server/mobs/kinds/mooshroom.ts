import { animalKind } from '../mob-kind.ts'

/** Minecraft Wiki: Mooshroom. */
export const mooshroom = animalKind({ name: 'mooshroom', health: 10, speed: 0.2, panic: 2 })
