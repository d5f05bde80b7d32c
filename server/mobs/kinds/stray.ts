import { monsterKind } from '../mob-kind.ts'
import { skeleton } from './skeleton.ts'

/** Minecraft Wiki: Stray. A skeleton of the snow; its arrows do not slow down here. */
export const stray = monsterKind({ ...skeleton, name: 'stray' })
