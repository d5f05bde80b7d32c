import type { RunEvent } from '../../../src/core/run-event.ts'
import type { Occurrence } from '../../../src/web/page-state.ts'

/** Occurrences of a short run of two agents, in order. */
export function sampleRun(): readonly Occurrence[] {
  const source = [
    'async function mineOakLog(bot, count) {',
    "  const result = await mineBlock(bot, 'oak_log', count)",
    '  if (!result.ok) throw new Error(result.message)',
    '}',
  ].join('\n')
  return [
    at(0, null, {
      type: 'run-started',
      run: 'first-steps-1',
      team,
      goal: { type: 'have', item: 'stone_pickaxe', count: 1 },
    }),
    at(5, null, report({ type: 'bot-joined', agent: 'Ada', version: '1.21.4' })),
    at(6, null, report({ type: 'bot-joined', agent: 'Ben', version: '1.21.4' })),
    at(10, 'Ada', {
      type: 'state-seen',
      health: 20,
      food: 18,
      position: { x: 8, y: 67, z: 8 },
      inventory: {},
    }),
    at(12, 'Ada', {
      type: 'task-taken',
      task: 'Ada-1',
      text: 'Get 3 oak logs',
      goal: { type: 'have', item: 'oak_log', count: 3 },
    }),
    at(14, 'Ada', {
      type: 'attempt-started',
      attempt: 'Ada-1-1',
      task: 'Ada-1',
      skill: 'mineOakLog',
      source,
      arguments: [3],
      reused: false,
    }),
    at(90, 'Ada', {
      type: 'state-seen',
      health: 17,
      food: 17,
      position: { x: 3, y: 68, z: 11 },
      inventory: { oak_log: 3, stick: 4, crafting_table: 1, chest: 1 },
    }),
    at(91, 'Ada', {
      type: 'attempt-ended',
      attempt: 'Ada-1-1',
      skill: 'mineOakLog',
      outcome: null,
      success: true,
      critique: '',
    }),
    at(92, 'Ada', {
      type: 'skill-admitted',
      name: 'mineOakLog',
      version: 1,
      status: 'provisional',
      description: 'Mines oak logs.',
    }),
    at(93, 'Ada', { type: 'task-ended', task: 'Ada-1', status: 'done', reason: null }),
    at(94, 'Ben', { type: 'task-taken', task: 'Ben-1', text: 'Craft a wooden pickaxe', goal: null }),
    at(95, 'Ben', { type: 'author-blocked', task: 'Ben-1', reason: 'knows no recipe for wooden_pickaxe' }),
    at(96, 'Ben', {
      type: 'message-sent',
      message: message('Ben', 'Ada', 'ask', 'How do I make a wooden pickaxe?'),
    }),
    at(99, 'Ada', {
      type: 'message-sent',
      message: message('Ada', 'Ben', 'tell', 'Put three planks over two sticks, at a crafting table.'),
    }),
    at(120, 'Ben', {
      type: 'state-seen',
      health: 20,
      food: 20,
      position: { x: 10, y: 67, z: 6 },
      inventory: { oak_planks: 5, dirt: 12, cobblestone: 8 },
    }),
  ]
}

export function at(tick: number, agent: string | null, event: RunEvent): Occurrence {
  return { tick, agent, event }
}

export function message(from: string, to: string, act: 'ask' | 'tell', text: string) {
  return {
    id: `${from}-1`,
    conversation: 'c1',
    turn: 0,
    from,
    to: [to],
    reach: 'name' as const,
    act,
    text,
    about: [],
    claims: [],
    grounds: [],
    assumptions: [],
    replyTo: null,
    tick: 96,
  }
}

const team = {
  name: 'first-steps',
  version: '1.21.4',
  agents: [
    { name: 'Ada', knowledge: 'expert', role: 'Knows the game.' },
    { name: 'Ben', knowledge: 'novice', role: '' },
  ],
}

function report(event: Extract<RunEvent, { type: 'body-reported' }>['event']): RunEvent {
  return { type: 'body-reported', event }
}
