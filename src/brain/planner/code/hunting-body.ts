import type { Method } from '../method.ts'
import { turnText } from './mining-body.ts'
import type { Loop } from './obtain-body.ts'
import { DIRECTIONS, type Pen, quotedList } from './pen.ts'

type Hunt = Extract<Method, { type: 'hunt' }>

/** Hunts whichever of the mobs is nearest. */
export function huntingBody(method: Hunt, pen: Pen): Loop {
  pen.relyOn(method.relies)
  return { setup: preySetup(method.mobs), rounds: 24, round: huntRound(pen) }
}

export function preySetup(mobs: readonly string[]): readonly string[] {
  return [
    `const prey = ${quotedList(mobs)}`,
    'const nearest = () => bot.nearestEntity((entity) => prey.includes(entity.name))',
    DIRECTIONS,
  ]
}

export function huntRound(pen: Pen): readonly string[] {
  return [
    `if (!nearest()) await exploreUntil(bot, directions[(${turnText(pen)}) % 4], 60, nearest)`,
    // What is in sight may still be too far away for a hunt.
    'const target = nearest()?.position',
    'if (target && target.distanceTo(bot.entity.position) > 40) {',
    '  const goal = new GoalNear(target.x, target.y, target.z, 16)',
    '  await bot.pathfinder.goto(goal).catch((error) => { problem = error.message })',
    '}',
    'const result = await killMob(bot, nearest()?.name ?? prey[0], 300)',
    'if (!result.ok) problem = result.message',
  ]
}
