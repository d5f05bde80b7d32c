import { chicken } from './kinds/chicken.ts'
import { cow } from './kinds/cow.ts'
import { creeper } from './kinds/creeper.ts'
import { enderman } from './kinds/enderman.ts'
import { horse } from './kinds/horse.ts'
import { husk } from './kinds/husk.ts'
import { mooshroom } from './kinds/mooshroom.ts'
import { pig } from './kinds/pig.ts'
import { rabbit } from './kinds/rabbit.ts'
import { sheep } from './kinds/sheep.ts'
import { skeleton } from './kinds/skeleton.ts'
import { spider } from './kinds/spider.ts'
import { stray } from './kinds/stray.ts'
import { villager } from './kinds/villager.ts'
import { zombie } from './kinds/zombie.ts'
import type { MobKind } from './mob-kind.ts'

/** All kinds of mobs that the server knows. */
export const mobKinds: readonly MobKind[] = [
  cow,
  mooshroom,
  pig,
  sheep,
  chicken,
  rabbit,
  horse,
  villager,
  zombie,
  husk,
  skeleton,
  stray,
  spider,
  creeper,
  enderman,
]

const byName = new Map(mobKinds.map((kind) => [kind.name, kind]))

export function findMobKind(name: string): MobKind | null {
  return byName.get(name) ?? null
}

export function mobNames(): readonly string[] {
  return [...byName.keys()]
}
