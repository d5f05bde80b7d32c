import { describe, expect, test } from 'vitest'
import { admittedSkill } from '../../../src/learn/admit-skill.ts'
import { assembleProgram } from '../../../src/learn/assemble-program.ts'
import { countRuns } from '../../../src/learn/count-runs.ts'
import {
  exampleAttempt,
  exampleDraft,
  exampleOutcome,
  exampleSkill,
  exampleTask,
  libraryOf,
} from '../../support/examples.ts'

const LEARNED = { agent: 'Ada', run: 'run-1', tick: 40 }

describe('admittedSkill()', () => {
  test('makes a provisional first version', () => {
    const skill = admittedSkill(exampleAttempt(), [], exampleTask(), LEARNED, libraryOf())
    expect(skill).toMatchObject({
      version: 1,
      status: 'provisional',
      provenance: { author: 'Ada', tick: 40 },
    })
  })

  test('makes a new version when the name is taken by other code', () => {
    const library = libraryOf(exampleSkill({ source: 'async function obtainClay(bot) {}', version: 3 }))
    expect(admittedSkill(exampleAttempt(), [], exampleTask(), LEARNED, library)?.version).toBe(4)
  })

  test('admits nothing when the library holds this very code', () => {
    expect(admittedSkill(exampleAttempt(), [], exampleTask(), LEARNED, libraryOf(exampleSkill()))).toBeNull()
  })
})

describe('countRuns()', () => {
  const reused = { name: 'obtainClay', version: 1 }
  const outcome = exampleOutcome({
    trace: [
      { type: 'skill', tick: 1, name: 'obtainClay', phase: 'entered' },
      { type: 'skill', tick: 9, name: 'obtainClay', phase: 'returned' },
    ],
  })

  test('counts runs and successes of library skills', () => {
    const [counted] = countRuns(exampleAttempt({ reused, outcome }), libraryOf(exampleSkill()))
    expect(counted?.statistics).toEqual({ runs: 2, successes: 2, lastTick: 9 })
  })

  test('verifies a provisional skill that reached the goal again', () => {
    const library = libraryOf(exampleSkill({ status: 'provisional' }))
    expect(countRuns(exampleAttempt({ reused, outcome }), library)[0]?.status).toBe('verified')
  })

  test('counts a run that came to its end without its goal as failed, and retires what keeps doing that', () => {
    const verdict = { success: false, critique: '', by: 'goal' } as const
    const failing = exampleAttempt({ reused, outcome, verdict })
    const start = exampleSkill({ statistics: { runs: 1, successes: 1, lastTick: 0 } })
    expect(countRuns(failing, libraryOf(start))[0]?.statistics).toEqual({
      runs: 2,
      successes: 1,
      lastTick: 9,
    })
    const tired = exampleSkill({ statistics: { runs: 5, successes: 1, lastTick: 0 } })
    expect(countRuns(failing, libraryOf(tired))[0]?.status).toBe('retired')
  })

  test('does not verify a provisional skill that failed', () => {
    const verdict = { success: false, critique: '', by: 'goal' } as const
    const library = libraryOf(exampleSkill({ status: 'provisional' }))
    expect(countRuns(exampleAttempt({ reused, outcome, verdict }), library)[0]?.status).toBe('provisional')
  })

  test('retires a skill that keeps failing', () => {
    const threw = exampleOutcome({ trace: [{ type: 'skill', tick: 9, name: 'obtainClay', phase: 'threw' }] })
    const failing = exampleSkill({ statistics: { runs: 7, successes: 1, lastTick: 0 } })
    expect(countRuns(exampleAttempt({ reused, outcome: threw }), libraryOf(failing))[0]?.status).toBe(
      'retired',
    )
  })

  test('leaves out new code, which is no library skill yet', () => {
    expect(countRuns(exampleAttempt({ outcome }), libraryOf(exampleSkill()))).toEqual([])
  })
})

describe('assembleProgram()', () => {
  test('brings along what the callees call', () => {
    const base = exampleSkill({ name: 'base', source: 'base code' })
    const middle = exampleSkill({
      name: 'middle',
      source: 'middle code',
      calls: [{ name: 'base', version: 1 }],
    })
    const draft = exampleDraft({ calls: ['middle'] })
    const { program, calls } = assembleProgram(
      draft,
      [{ name: 'middle', version: null }],
      [2],
      libraryOf(base, middle),
    )
    expect(program.modules.map((module) => module.name).sort()).toEqual(['base', 'middle', 'obtainClay'])
    expect(calls).toEqual([{ name: 'middle', version: 1 }])
  })

  test('takes the newer of two pinned versions', () => {
    const first = exampleSkill({ name: 'base', source: 'first' })
    const second = exampleSkill({ name: 'base', source: 'second', version: 2 })
    const left = exampleSkill({ name: 'left', calls: [{ name: 'base', version: 1 }] })
    const right = exampleSkill({ name: 'right', calls: [{ name: 'base', version: 2 }] })
    const calls = [
      { name: 'right', version: null },
      { name: 'left', version: null },
    ]
    const { program } = assembleProgram(exampleDraft(), calls, [], libraryOf(first, second, left, right))
    expect(program.modules.filter((module) => module.name === 'base')).toEqual([
      { name: 'base', source: 'second' },
    ])
  })

  test('says which skill is missing', () => {
    const calls = [{ name: 'nobody', version: null }]
    expect(() => assembleProgram(exampleDraft(), calls, [], libraryOf())).toThrow('no skill "nobody"')
  })
})
