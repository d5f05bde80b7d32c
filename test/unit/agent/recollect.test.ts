import { expect, test } from 'vitest'
import { recollect } from '../../../src/agent/recollect.ts'
import type { Attempt } from '../../../src/core/attempt.ts'
import { exampleAttempt, exampleOutcome, examplePercept, exampleTask } from '../../support/examples.ts'
import { Team } from '../../support/scripted-team.ts'

const task = exampleTask({ text: 'Obtain 3 clay_ball' })

test('recollect() asks memory for the task, what the critic said last, and what stood in the way, each once', async () => {
  expect(await cueAfter([])).toBe('Obtain 3 clay_ball')
  expect(await cueAfter([failed('Dig where it is wet.', 'No clay is near.')])).toBe(
    'Obtain 3 clay_ball Dig where it is wet. No clay is near.',
  )
  expect(await cueAfter([failed('Older.', 'Older.'), failed('No clay is near.', 'No clay is near.')])).toBe(
    'Obtain 3 clay_ball No clay is near.',
  )
})

async function cueAfter(attempts: readonly Attempt[]): Promise<unknown> {
  const team = new Team()
  await recollect(team.add('Ben', {}).mind, examplePercept(), task, attempts)
  const [event] = team.events('memories-recalled')
  return event?.type === 'memories-recalled' ? event.cue : null
}

function failed(critique: string, message: string): Attempt {
  const error = { message, module: null, line: null, column: null }
  return exampleAttempt({
    outcome: exampleOutcome({ status: 'threw', error }),
    verdict: { success: false, critique, by: 'goal' },
  })
}
