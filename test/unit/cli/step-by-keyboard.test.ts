import { expect, test } from 'vitest'
import { stepByKeyboard } from '../../../src/cli/step-by-keyboard.ts'
import type { PaceState, RunControl } from '../../../src/core/run-control.ts'
import { FakeCommandIo } from '../../support/fake-command-io.ts'

/** A run that pauses at once after its steps. */
class SteppedRun implements RunControl {
  pace: PaceState = { speed: null, isPaused: true }
  tick = 0
  readonly #listeners: ((pace: PaceState, tick: number) => void)[] = []

  setPace(change: Partial<PaceState>): void {
    this.pace = { ...this.pace, ...change }
    this.#tell()
  }

  step(ticks: number): void {
    // The news of the step itself, then of the pause after it.
    this.#tell()
    setImmediate(() => {
      this.tick += ticks
      this.#tell()
    })
  }

  onPace(listener: (pace: PaceState, tick: number) => void): void {
    this.#listeners.push(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.pace, this.tick)
  }
}

test('stepByKeyboard() steps as often and as far as is asked for, and lets the run go on', async () => {
  const run = new SteppedRun()
  const io = new FakeCommandIo()
  io.answers.push('', 'far', '20', 'go')
  const gone = new Promise<void>((resolve) => run.onPace(({ isPaused }) => isPaused || resolve()))
  stepByKeyboard(run, io)
  await gone
  expect(run.tick).toBe(21)
  expect(io.questions.map((question) => /tick (\d+)/.exec(question)?.[1])).toEqual(['0', '1', '1', '21'])
  expect(io.stderr).toContain('"far" is neither a number of ticks nor "go".')
})
