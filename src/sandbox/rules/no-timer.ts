import { findingAt, type Rule } from './rule.ts'
import { freeReferences } from './scope.ts'

export const TIMERS: ReadonlySet<string> = new Set([
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'clearImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
])

/** Waiting is an act: timers do not exist in the sandbox. */
export const noTimer: Rule = ({ program }) =>
  freeReferences(program)
    .filter(({ name }) => TIMERS.has(name))
    .map(({ node, name }) =>
      findingAt(
        node,
        'no-timer',
        `"${name}" does not exist here. To wait, write "await bot.waitForTicks(20)"; 20 ticks are one second.`,
      ),
    )
