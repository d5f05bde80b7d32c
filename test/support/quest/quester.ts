import { type Act, runAct } from '../../../src/body/acting/act.ts'
import { ActFailure } from '../../../src/body/acting/act-failure.ts'
import { MovementLock } from '../../../src/body/acting/movement-lock.ts'
import { fullKnowledge } from '../../../src/body/knowledge/full-knowledge.ts'
import type { Bot } from '../../../src/body/mineflayer-library.ts'
import { TallyCounter } from '../../../src/body/sight/tally-counter.ts'
import { configurePathfinder } from '../../../src/body/travel/configure-pathfinder.ts'
import type { Clock } from '../../../src/core/clock.ts'

/** Of 20; a bot with less swims up. */
const SHORT_OF_BREATH = 8

/** Runs scripted work on a bot, with no agent behind it: only Mineflayer and the body's ways to use it. */
export async function withAct(
  bot: Bot,
  clock: Clock,
  limitTicks: number,
  work: (act: Act) => Promise<void>,
): Promise<void> {
  configurePathfinder(bot)
  bot.on('physicsTick', () => surface(bot))
  const died = new AbortController()
  bot.once('death', () => died.abort(new ActFailure('died', 'The bot died.')))
  const setting = {
    name: 'The quest',
    bot,
    clock,
    knowledge: fullKnowledge(bot),
    tally: new TallyCounter(),
    lock: new MovementLock(),
    signals: [died.signal],
  }
  await runAct(setting, limitTicks, work)
}

/** Does the work, and says whether it came to its end; a failure of the body is expected here and there. */
export async function succeeds(act: Act, work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (!(error instanceof ActFailure) || act.signal.aborted) throw error
    return false
  }
}

/** Swims up while it is short of breath. */
function surface(bot: Bot): void {
  if (bot.oxygenLevel < SHORT_OF_BREATH) bot.setControlState('jump', true)
}
