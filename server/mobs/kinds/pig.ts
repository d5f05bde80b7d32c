import { animalKind } from '../mob-kind.ts'

/** Minecraft Wiki: Pig. */
export const pig = animalKind({ name: 'pig', health: 10, speed: 0.25, panic: 1.25 })
