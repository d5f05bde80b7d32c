import type { Attempt } from '../../src/core/attempt.ts'
import type { MindView } from '../../src/core/brain.ts'
import type { Task } from '../../src/core/desire.ts'
import type { Knowledge } from '../../src/core/knowledge.ts'
import type { SkillLibrary } from '../../src/core/memory.ts'
import type { ModelCall } from '../../src/core/model-call.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import type { Perspective } from '../../src/core/partner.ts'
import type { Percept } from '../../src/core/percept.ts'
import type { Skill, SkillDraft } from '../../src/core/skill.ts'

/** Small valid values of the contracts, for tests that care about a few fields only. */
export function examplePercept(fields: Partial<Percept> = {}): Percept {
  return {
    agent: 'Ada',
    tick: 0,
    position: { x: 0, y: 64, z: 0 },
    dimension: 'overworld',
    biome: 'plains',
    timeOfDay: 1000,
    raining: false,
    gameMode: 'survival',
    health: 20,
    food: 20,
    inventory: {},
    freeSlots: 36,
    equipment: { hand: null, offHand: null, head: null, torso: null, legs: null, feet: null },
    blocks: [],
    entities: [],
    tally: { killed: {}, consumed: {}, crafted: {}, mined: {}, deaths: 0 },
    ...fields,
  }
}

export function exampleTask(fields: Partial<Task> = {}): Task {
  return {
    id: 'Ada-1',
    text: 'Obtain 3 clay_ball',
    goal: { type: 'have', item: 'clay_ball', count: 3 },
    proposedBy: 'curriculum',
    tick: 0,
    baseline: examplePercept().tally,
    status: 'open',
    attempts: 0,
    reason: null,
    ...fields,
  }
}

export function exampleDraft(fields: Partial<SkillDraft> = {}): SkillDraft {
  return {
    name: 'obtainClay',
    description: 'Digs clay until the inventory holds enough.',
    parameters: [{ name: 'count', type: 'count', description: 'how many', default: 1 }],
    precondition: null,
    postcondition: { type: 'have', item: 'clay_ball', count: '$count' },
    source: "async function obtainClay(bot, count = 1) { await mineBlock(bot, 'clay', count) }",
    calls: [],
    ...fields,
  }
}

export function exampleSkill(fields: Partial<Skill> = {}): Skill {
  return {
    ...exampleDraft(),
    calls: [],
    version: 1,
    status: 'verified',
    provenance: { author: 'Ada', task: 'Obtain 3 clay_ball', run: 'run-1', tick: 0 },
    statistics: { runs: 1, successes: 1, lastTick: 0 },
    ...fields,
  }
}

export function exampleOutcome(fields: Partial<Outcome> = {}): Outcome {
  return {
    status: 'completed',
    error: null,
    value: null,
    trace: [
      {
        type: 'act',
        tick: 5,
        name: 'mineBlock',
        arguments: ['clay', 3],
        result: { ok: true, message: 'Mined 3 clay.', value: null },
      },
    ],
    chat: [],
    inventoryBefore: {},
    inventoryAfter: {},
    startTick: 0,
    endTick: 10,
    fuelUsed: 1,
    reproducible: true,
    ...fields,
  }
}

export function exampleAttempt(fields: Partial<Attempt> = {}): Attempt {
  return {
    number: 1,
    draft: exampleDraft(),
    arguments: [3],
    reused: null,
    findings: [],
    outcome: exampleOutcome(),
    verdict: { success: true, critique: 'The goal holds.', by: 'goal' },
    dependsOn: [],
    ...fields,
  }
}

/** A library that holds the skills and finds them by name only. */
export function libraryOf(...skills: readonly Skill[]): SkillLibrary {
  const newest = (name: string) =>
    skills.filter((skill) => skill.name === name).sort((a, b) => b.version - a.version)[0] ?? null
  return {
    usable: () => skills.filter((skill) => skill.status !== 'retired' && newest(skill.name) === skill),
    find: (name, version) =>
      version === undefined
        ? newest(name)
        : (skills.find((skill) => skill.name === name && skill.version === version) ?? null),
    search: () => [],
    reaching: () => [],
  }
}

const NO_KNOWLEDGE: Knowledge = {
  recipesFor: () => [],
  smeltingsFor: () => [],
  smeltingOf: () => null,
  fuels: () => [],
  blocksDropping: () => [],
  dropsOf: () => null,
  toolFor: () => null,
  mobsDropping: () => [],
  dropsOfMob: () => null,
  depthOf: () => null,
  buriedBlocks: () => [],
  placesOf: () => [],
  storesOf: () => [],
  contentsAt: () => [],
  craftableItems: () => [],
}

export function exampleView(fields: Partial<MindView> = {}): MindView {
  return {
    agent: 'Ada',
    percept: examplePercept(),
    beliefs: [],
    knowledge: NO_KNOWLEDGE,
    skills: libraryOf(),
    tasks: [],
    teammates: ['Ben'],
    partners: [],
    perspective: null,
    ...fields,
  }
}

export function examplePerspective(fields: Partial<Perspective> = {}): Perspective {
  return {
    partner: 'Ben',
    sees: [],
    knowsAlready: [],
    knows: [],
    lacks: [],
    misbelieves: [],
    needs: {},
    holds: {},
    ...fields,
  }
}

export function exampleModelCall(fields: Partial<ModelCall> = {}): ModelCall {
  return {
    role: 'author',
    model: 'openai/gpt-5-mini',
    request: 'a'.repeat(64),
    parts: [{ name: 'task', tokens: 12, left: 0 }],
    inputTokens: 900,
    outputTokens: 150,
    estimated: false,
    cost: null,
    source: 'model',
    result: 'used',
    reason: '',
    ...fields,
  }
}
