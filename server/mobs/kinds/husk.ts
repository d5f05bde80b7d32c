import { monsterKind } from '../mob-kind.ts'
import { zombie } from './zombie.ts'

/** Minecraft Wiki: Husk. A zombie of the desert that the sun does not burn. Its blows do not make hungry here. */
export const husk = monsterKind({ ...zombie, name: 'husk', behaviours: ['hunt', 'wander'] })
