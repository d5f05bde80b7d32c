import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readCalls } from '../../../src/brain/language/decorators/recorded-call.ts'
import type { ModelFiles } from '../../../src/cli/compose/team-models.ts'
import { exampleTask } from '../../support/examples.ts'
import { modelBrain, viewByOaks } from '../../support/model-brain.ts'
import { QuickModelClock } from '../../support/quick-model-clock.ts'
import { type ScriptedModel, scriptedBrainAt, scriptedModel } from '../../support/scripted-model.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let open: ScriptedModel | null = null

afterEach(async () => {
  await open?.close()
  open = null
})

/** What an agent gets that wants so many sticks, in a part of a run with these files. */
async function session(brain: object, files: Partial<ModelFiles>, counts: readonly number[]) {
  const clock = open?.clock ?? new QuickModelClock()
  const { brain: made, models, calls } = await modelBrain(brain, { clock }, files)
  const results: string[] = []
  for (const count of counts) {
    const task = exampleTask({ goal: { type: 'have', item: 'stick', count } })
    const recollection = { skills: [], episodes: [], facts: [] }
    const had = await calls.during(() => made.author.author(viewByOaks, { task, recollection, attempts: [] }))
    if (!had.outcome.ok) throw had.outcome.error
    results.push(...had.calls.map(({ call }) => `${call.source} ${call.result}`))
  }
  models.assertUsedUp()
  models.close()
  return results
}

test('a resumed run goes on with the budget that failures and retries have left, and pays nothing twice', async () => {
  open = await scriptedModel('rate-limit,ok,server-error,cut,ok')
  const callLog = join(temporaryFolder(), 'model-calls.jsonl')
  const brain = { use: scriptedBrainAt(open.url, { tries: 2 }), budget: { calls: 5 } }
  // A 429 and a reply, then two failures: nobody has an answer to the second wish.
  const told: string[] = []
  const report = (line: string) => told.push(line)
  expect(await session(brain, { callLog, report }, [4, 8])).toEqual(['model used', 'model cut-off'])
  expect(told).toEqual([
    expect.stringMatching(/^scripted\/planner: HTTP 429: Too many requests\. It is asked again in \d s\.$/),
    expect.stringMatching(/^scripted\/planner: HTTP 500: /),
  ])
  expect(open.requests).toHaveLength(4)
  const recorded = readCalls(callLog)
  expect(recorded.map(({ failure }) => failure?.kind ?? 'reply')).toEqual([
    'rate-limited',
    'reply',
    'server-error',
    'cut-off',
  ])
  expect(recorded.at(-1)?.usage.inputTokens).toBeGreaterThan(100)
  expect(await session(brain, { callLog }, [4, 8, 12])).toEqual([
    'call-log used',
    'model used',
    'model over-budget',
  ])
  expect(open.requests).toHaveLength(5)
})

test('a cassette of a run under faults replays it without a provider, and names what was not used', async () => {
  open = await scriptedModel('rate-limit,ok,server-error,server-error,denied,ok')
  const tape = join(temporaryFolder(), 'tape.jsonl')
  const brain = scriptedBrainAt(open.url, { tries: 2 })
  const recorded = await session(brain, { record: tape }, [4, 8, 12, 16])
  expect(recorded).toEqual(['model used', 'model server-error', 'model denied', 'model used'])
  await open.close()
  open = null
  const replayed = await session(brain, { replay: tape }, [4, 8, 12, 16])
  expect(replayed).toEqual(['cassette used', 'model server-error', 'model denied', 'cassette used'])
  await expect(session(brain, { replay: tape }, [4, 8, 12])).rejects.toThrow(
    /was not used up\. One was never asked for: line 6, "author" of Ada: .*record it again with --record/,
  )
  await expect(session(brain, { replay: tape }, [4, 20])).rejects.toThrow(
    /has no reply .*closest one left is line 3, which differs first in line 4 of message 2: recorded .*, asked /,
  )
  // Also where whoever asked came to terms with it, the run has gone another way.
  const {
    brain: made,
    models,
    calls,
  } = await modelBrain(brain, { clock: new QuickModelClock() }, { replay: tape })
  const task = exampleTask({ goal: { type: 'have', item: 'stick', count: 20 } })
  const request = { task, recollection: { skills: [], episodes: [], facts: [] }, attempts: [] }
  await calls.during(() => made.author.author(viewByOaks, request))
  expect(() => models.assertUsedUp()).toThrow(
    /^The cassette .* has no reply .* 6 were never asked for: line 1/,
  )
})
