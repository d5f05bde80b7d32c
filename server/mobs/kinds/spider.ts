import { monsterKind } from '../mob-kind.ts'

/** Minecraft Wiki: Spider. */
export const spider = monsterKind({ name: 'spider', health: 16, speed: 0.3, attack: 2, climbs: true })
