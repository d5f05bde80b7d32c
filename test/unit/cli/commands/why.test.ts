import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkTeam } from '../../../../src/cli/team-file.ts'
import type { Belief } from '../../../../src/core/belief.ts'
import type { Claim } from '../../../../src/core/claim.ts'
import type { RunEvent } from '../../../../src/core/run-event.ts'
import { revise } from '../../../../src/mind/revise.ts'
import { openFileJournal } from '../../../../src/record/file-journal.ts'
import { exampleOutcome, exampleTask } from '../../../support/examples.ts'
import { command } from '../../../support/fake-commands.ts'
import { exampleEpisode, exampleMessage } from '../../../support/memory-examples.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const byHand: Claim = { type: 'tool', block: 'stone', tools: [] }
const failure = 'Broke stone by hand and nothing dropped.'
const occasion = { tick: 90, agent: 'Ben', innate: [byHand] }
const doubts = revise(
  [],
  [{ kind: 'task', sentence: failure, claim: byHand, source: { type: 'seen' }, confidence: 0 }],
  occasion,
)
const answer = exampleMessage({ id: 'Ada-95-1', turn: 1, replyTo: 'Ben-94-1', tick: 95 })
const told = revise(
  doubts,
  [
    {
      kind: 'interaction',
      sentence: answer.text,
      claim: { type: 'tool', block: 'stone', tools: ['wooden_pickaxe'] },
      source: { type: 'told', by: 'Ada', message: answer.id, grounds: { basis: 'innate', path: ['Ada'] } },
      confidence: 0.8,
    },
  ],
  { ...occasion, tick: 95 },
)
const task = exampleTask({ id: 'Ben-1', text: 'Obtain 1 cobblestone', purpose: 'The team wants it.' })

test('why tells the chain from percept to act, and the act that refuted a belief', async () => {
  const { code, io } = await why('1')

  expect(code).toBe(0)
  expect(io.stdout).toContain('Ben, step 1 (tick 3 to 95)')
  expect(io.stdout).toContain('Task Ben-1, "Obtain 1 cobblestone", wanted by curriculum. The team wants it.')
  expect(io.stdout).toContain('At (1, 64, 2) (tick 3), health 20, food 20, with 4 stick.')
  expect(io.stdout).toContain('In sight: stone.')
  expect(io.stdout).toContain(
    '"A bare hand is enough to get something from stone." (innate:tool:stone: known from the start; 100 % sure)',
  )
  expect(io.stdout).toContain('obtainCobblestone(1), in code that was written for it.')
  expect(io.stdout).toMatch(/mineBlock\("stone", 1\) failed: Broke stone.*\n +because "A bare hand is enough/)
  expect(io.stdout).toMatch(
    /Given up: "A bare hand .* \(innate:tool:stone\)\n +refuted by mineBlock\("stone", 1\) at tick 80 in attempt Ben-1-1/,
  )
})

test('why says who told what, and how the teller knew', async () => {
  const { io } = await why('1')

  expect(io.stdout).toContain(
    'It heard from Ada (Ada-95-1, tell, an answer to Ben-94-1): "Stone needs a pickaxe."',
  )
  expect(io.stdout).toMatch(
    /Learned: "Getting something from stone needs .*: wooden_pickaxe." \(Ben-belief-2: told by Ada in Ada-95-1, who knew it from the start/,
  )
})

test('why tells talk in the order in which it was said, and acts that are the same once', async () => {
  const asked = exampleMessage({
    id: 'Ben-94-1',
    from: 'Ben',
    to: ['Ada'],
    act: 'ask',
    text: 'What for?',
    tick: 94,
  })
  const later = exampleMessage({ id: 'Ben-98-1', from: 'Ben', to: ['Ada'], text: 'Thanks.', tick: 98 })
  const more = [asked, later].map((message) => ({
    tick: message.tick,
    event: { type: 'message-sent', message } as const,
  }))
  const { io } = await command(['why', run(more), 'Ben', '1'], {})
  expect(io.stdout.match(/It (?:said to|heard from) \w+ \([\w-]+/g)).toEqual([
    'It said to Ada (Ben-94-1',
    'It heard from Ada (Ada-95-1',
    'It said to Ada (Ben-98-1',
  ])
  expect((await why('2')).io.stdout).toMatch(
    /mineBlock\("stone", 1\): Mined.*\n.*\n +and again, 2 times\n.*mineBlock\("dirt".*(\n.*because.*)*\n +and again, once\n +It succeeded/,
  )
})

test('why of a skill that is used again names the attempt that it was written for', async () => {
  const { io } = await why('2')

  expect(io.stdout).toContain('obtainCobblestone(1), a skill of its library that it wrote in step 1.')
  expect(io.stdout).toContain('Those that the skill was written on: see attempt Ben-1-1 in step 1.')
  expect(io.stdout).toMatch(/mineBlock.*\n +because "Getting something from stone needs/)
})

test('why tells what came to mind before an attempt was written, and what for', async () => {
  const { io } = await why('2')

  expect(io.stdout).toMatch(
    /Came to mind\n +For "Obtain 1 cobblestone":\n +skills obtainCobblestone@1\n +No stone fell\. \(Ben-1-1-95\)\n +lost\n +Getting something from stone needs/,
  )
  expect((await why('1')).io.stdout).not.toContain('Came to mind')
})

test('why --json prints the account of the step', async () => {
  const { io } = await why('1', '--json')

  expect(JSON.parse(io.stdout)).toMatchObject({ agent: 'Ben', step: 1, task: { id: 'Ben-1' } })
})

test('why names what there is where run, agent or step are unknown, and exits with 2', async () => {
  const folder = run()
  const errors = [
    [['why', `${folder}-not`, 'Ben', '1'], 'there is no such folder'],
    [['why', folder, 'Bne', '1'], 'Did you mean "Ben"?'],
    [['why', folder, 'Zoe', '1'], 'Its agents are Ben, Cleo.'],
    [['why', folder, 'Ben', '3'], 'its steps are 1 to 2.'],
    [['why', folder, 'Cleo', '1'], 'it has not finished a step.'],
    [['why', folder, 'Ben', 'one'], 'It must be a whole number.'],
  ] as const
  for (const [words, error] of errors) {
    const { code, io } = await command([...words], {})
    expect(code).toBe(2)
    expect(io.stderr).toContain(error)
  }
})

function why(step: string, ...flags: string[]) {
  return command(['why', run(), 'Ben', step, ...flags], {})
}

function run(first: ReturnType<typeof events> = []): string {
  const folder = temporaryFolder()
  const journal = openFileJournal(join(folder, 'journal.jsonl'))
  journal.append({ type: 'run-started', run: 'r', team: teamContent(), goal: null }, null, 0)
  for (const { event, tick } of [...first, ...events()]) journal.append(event, 'Ben', tick)
  journal.append({ type: 'task-taken', task: 'Cleo-1', text: 'Wait', goal: null }, 'Cleo', 5)
  journal.close()
  return folder
}

function teamContent() {
  const { team } = checkTeam({
    world: 'flat',
    agents: [
      { name: 'Ben', knowledge: { knows: [], believes: [byHand] } },
      { name: 'Cleo', knowledge: 'novice' },
    ],
  })
  return JSON.parse(JSON.stringify(team))
}

function events(): readonly { readonly event: RunEvent; readonly tick: number }[] {
  const sight = { health: 20, food: 20, position: { x: 1, y: 64, z: 2 }, inventory: { stick: 4 } }
  return [
    { tick: 3, event: { type: 'state-seen', ...sight, sees: ['stone'] } },
    { tick: 3, event: started('Ben-1-1', ['innate:tool:stone'], 3, false) },
    { tick: 90, event: ended('Ben-1-1', { ok: false, code: 'nothing-dropped', message: failure }) },
    {
      tick: 95,
      event: {
        type: 'step-committed',
        step: 1,
        changes: [
          ...[...doubts, ...told].map((belief: Belief) => ({ type: 'belief-set' as const, belief })),
          { type: 'message-noted', message: answer },
          { type: 'task-set', task },
          { type: 'episode-added', episode: exampleEpisode({ id: 'Ben-1-1-95', summary: 'No stone fell.' }) },
        ],
      },
    },
    {
      tick: 99,
      event: {
        type: 'memories-recalled',
        task: 'Ben-1',
        round: 1,
        cue: task.text,
        skills: ['obtainCobblestone@1'],
        episodes: ['Ben-1-1-95', 'lost'],
        facts: [told[0]?.id ?? ''],
      },
    },
    { tick: 99, event: started('Ben-1-2', [], 99, true) },
    { tick: 120, event: ended('Ben-1-2', { ok: true, message: 'Mined 1 stone.', value: null }) },
    { tick: 121, event: { type: 'step-committed', step: 2, changes: [{ type: 'task-set', task }] } },
  ]
}

function started(attempt: string, beliefs: string[], percept: number, reused: boolean): RunEvent {
  const skill = { skill: 'obtainCobblestone', source: 'async function obtainCobblestone(bot) {}' }
  const cause = { percept, beliefs, task: 'Ben-1' }
  return { type: 'attempt-started', attempt, task: 'Ben-1', ...skill, arguments: [1], reused, cause }
}

type ActResult = Extract<ReturnType<typeof exampleOutcome>['trace'][number], { type: 'act' }>['result']

function ended(attempt: string, result: ActResult): RunEvent {
  const act = { type: 'act' as const, tick: 80, name: 'mineBlock', arguments: ['stone', 1], result }
  const other = { ...act, arguments: ['dirt', 1] }
  const outcome = exampleOutcome({ trace: result.ok ? [act, act, act, other, other] : [act] })
  const critique = result.ok ? 'The goal holds.' : 'Still missing: 1 cobblestone.'
  return { type: 'attempt-ended', attempt, skill: 'obtainCobblestone', outcome, success: result.ok, critique }
}
