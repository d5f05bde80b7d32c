import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jsonSummary, textSummary } from '../../../src/cli/run-report.ts'
import { openFileJournal } from '../../../src/record/file-journal.ts'
import { exampleOutcome, exampleSkill } from '../../support/examples.ts'
import { exampleMessage } from '../../support/memory-examples.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** A finished run: Ben asked Ada twice and learned a skill. */
function recordedRun(): string {
  const folder = temporaryFolder()
  const journal = openFileJournal(join(folder, 'journal.jsonl'))
  const goal = { type: 'have', item: 'stick', count: 1 } as const
  journal.append({ type: 'run-started', run: 'run-1', team: { name: 'x' }, goal }, null, 0)
  for (const id of ['m1', 'm2']) {
    const message = exampleMessage({ id, from: 'Ben', to: ['Ada'], act: 'ask', about: ['stick'] })
    journal.append({ type: 'message-sent', message }, 'Ben', 20)
  }
  const started = { task: 't', skill: 'obtainStick', source: 'a\nb', arguments: [], reused: false }
  journal.append({ type: 'attempt-started', attempt: 'a', ...started }, 'Ben', 30)
  const ended = { skill: 'obtainStick', outcome: exampleOutcome(), success: true, critique: '' }
  journal.append({ type: 'attempt-ended', attempt: 'a', ...ended }, 'Ben', 40)
  const skill = exampleSkill({ name: 'obtainStick', description: 'Makes sticks.' })
  journal.append({ type: 'step-committed', step: 1, changes: [{ type: 'skill-set', skill }] }, 'Ben', 40)
  const admitted = {
    name: 'obtainStick',
    version: 1,
    status: 'verified',
    description: 'Makes sticks.',
  } as const
  journal.append({ type: 'skill-admitted', ...admitted }, 'Ben', 40)
  journal.append({ type: 'agent-finished', reached: true, reason: 'It has a stick.' }, 'Ben', 1200)
  journal.append({ type: 'run-ended', reached: true, reason: 'Everybody has one.' }, null, 1200)
  journal.close()
  return folder
}

describe('textSummary()', () => {
  it('says what was learned, by whom, who asked whom, and where the run lies', () => {
    const folder = recordedRun()
    const lines = textSummary(folder).split('\n')
    expect(lines).toContain('Goal reached after 01:00 of game time: have 1 stick. Everybody has one.')
    expect(lines).toContain('Ben reached the goal.')
    expect(lines).toContain('    obtainStick v1 (verified): Makes sticks.')
    expect(lines).toContain('  1 attempt, 1 succeeded; wrote 2 lines of code.')
    expect(lines).toContain('Ben asked Ada twice, about stick.')
    expect(lines).toContain(`The run lies in ${folder}`)
  })
})

describe('textSummary() of a run without a goal', () => {
  it('does not say that a goal was missed', () => {
    const folder = temporaryFolder()
    const journal = openFileJournal(join(folder, 'journal.jsonl'))
    journal.append({ type: 'run-started', run: 'run-1', team: { name: 'x' }, goal: null }, null, 0)
    journal.append({ type: 'agent-finished', reached: false, reason: 'The run ended first.' }, 'Ben', 1200)
    journal.append({ type: 'run-ended', reached: false, reason: 'The time is up.' }, null, 1200)
    journal.close()
    const lines = textSummary(folder).split('\n')
    expect(lines).toContain('Ended after 01:00 of game time; no goal was set. The time is up.')
    expect(lines).toContain('Ben had no goal to reach.')
  })
})

describe('jsonSummary()', () => {
  it('is one line of JSON with the keys that scripts rely on', () => {
    const folder = recordedRun()
    const text = jsonSummary(folder)
    expect(text).not.toContain('\n')
    expect(JSON.parse(text)).toMatchObject({
      directory: folder,
      goal: { type: 'have', item: 'stick', count: 1 },
      reached: true,
      agents: { Ben: { reached: true, skillsLearned: [{ name: 'obtainStick' }] } },
    })
  })
})
