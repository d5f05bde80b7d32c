import type { RunControl } from '../core/run-control.ts'
import type { CommandIo } from './command-io.ts'

/**
 * Lets somebody at the keyboard step through a run that is paused and has no page: asks at every pause how to go on.
 * Where the input has ended, each pause ends with a step.
 */
export function stepByKeyboard(control: RunControl, io: Pick<CommandIo, 'ask' | 'err'>): void {
  let asked: number | null = null
  const onPause = async (tick: number) => {
    // News of a step comes before its ticks have passed.
    if (tick === asked) return
    asked = tick
    const ticks = await askForTicks(tick, io)
    if (ticks === null) control.setPace({ isPaused: false })
    else control.step(ticks)
  }
  control.onPace(({ isPaused }, tick) => {
    if (isPaused) void onPause(tick)
  })
  // Has it tell of a pause that began before.
  if (control.pace.isPaused) control.setPace({ isPaused: true })
}

/** Null to go on without pauses. */
async function askForTicks(tick: number, io: Pick<CommandIo, 'ask' | 'err'>): Promise<number | null> {
  for (;;) {
    const answer = (await io.ask(`Paused at tick ${tick}. Enter: one tick; 20: so many; go: go on. `)).trim()
    if (answer === '') return 1
    if (answer === 'go') return null
    if (/^[1-9]\d{0,8}$/.test(answer)) return Number(answer)
    io.err(`"${answer}" is neither a number of ticks nor "go".`)
  }
}
