import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { Belief } from '../../src/core/belief.ts'
import type { AgentMemory } from '../../src/core/memory.ts'
import type { Skill } from '../../src/core/skill.ts'
import type { Meaning } from '../../src/memory/recall/recall.ts'
import { VolatileMemory } from '../../src/memory/volatile-memory.ts'
import { exampleSkill, exampleTask } from '../support/examples.ts'
import { anyChange } from '../support/memory-arbitraries.ts'
import {
  contentsOf,
  exampleBelief,
  exampleEpisode,
  exampleEvidence,
  exampleMessage,
} from '../support/memory-examples.ts'
import { describeEarlierLife } from './memory-earlier-life.ts'
import { describeForgetting } from './memory-forgetting.ts'
import { describeRecall } from './memory-recall.ts'
import { describeSearch } from './memory-search.ts'

/** What every AgentMemory does. `create` gives a new, empty one. */
export function describeMemory(name: string, create: (meaning?: Meaning) => AgentMemory): void {
  const opened: AgentMemory[] = []
  const open = (meaning?: Meaning) => {
    const memory = create(meaning)
    opened.push(memory)
    return memory
  }
  afterEach(() => {
    for (const memory of opened.splice(0)) memory.close()
  })

  describe(`${name} as AgentMemory`, () => {
    describeApply(open)
    describeRecords(open)
    describeSkills(open)
    describeSearch(open)
    describeForgetting(open)
    describeEarlierLife(open)
    describeRecall(open)
  })
}

function describeApply(open: () => AgentMemory): void {
  test('a new memory is empty and has sequence -1', () => {
    const memory = open()
    expect(contentsOf(memory)).toEqual(contentsOf(new VolatileMemory()))
    expect(memory.sequence()).toBe(-1)
    expect(memory.skills.find('mineLogs')).toBeNull()
  })

  test('apply() keeps the sequence number and ignores what it was given before', () => {
    const memory = open()
    memory.apply(4, [{ type: 'belief-set', belief: exampleBelief({ sentence: 'first' }) }])
    memory.apply(4, [{ type: 'belief-set', belief: exampleBelief({ sentence: 'again' }) }])
    memory.apply(3, [{ type: 'belief-set', belief: exampleBelief({ sentence: 'older' }) }])
    expect(memory.sequence()).toBe(4)
    expect(memory.facts.all().map((belief) => belief.sentence)).toEqual(['first'])
  })

  test('apply() leaves the memory as it was when one of the changes fails', () => {
    const memory = open()
    memory.apply(0, [{ type: 'belief-set', belief: exampleBelief() }])
    const before = contentsOf(memory)
    const broken = {
      id: 'b',
      get sentence(): string {
        throw new Error('broken')
      },
    } as unknown as Belief
    const changes = [
      { type: 'belief-set', belief: exampleBelief({ sentence: 'changed' }) },
      { type: 'task-set', task: exampleTask() },
      { type: 'belief-set', belief: broken },
    ] as const
    expect(() => memory.apply(1, changes)).toThrow('broken')
    expect(contentsOf(memory)).toEqual(before)
  })

  test('apply() gives the same contents as a fresh memory that gets all changes in the same order', () => {
    const commits = fc.array(fc.array(anyChange, { maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(commits, (changes) => {
        const memory = open()
        const reference = new VolatileMemory()
        for (const [index, commit] of changes.entries()) {
          memory.apply(index * 3, commit)
          memory.apply(index * 3, commit)
          reference.apply(index * 3, commit)
          expect(contentsOf(memory)).toEqual(contentsOf(reference))
        }
        memory.close()
      }),
      { numRuns: 60 },
    )
  })
}

function describeRecords(open: () => AgentMemory): void {
  test('facts.all() gives beliefs oldest first, and a replaced one keeps its place', () => {
    const memory = open()
    for (const id of ['a', 'b']) {
      memory.apply(memory.sequence() + 1, [{ type: 'belief-set', belief: exampleBelief({ id }) }])
    }
    const refuted = exampleBelief({ id: 'a', status: 'refuted', evidence: [exampleEvidence()] })
    memory.apply(9, [{ type: 'belief-set', belief: refuted }])
    expect(memory.facts.all()).toEqual([refuted, exampleBelief({ id: 'b' })])
  })

  test('episodes.recent() gives the newest first, and an episode that comes again counts once', () => {
    const memory = open()
    const episodes = ['a', 'b', 'c'].map((id) => exampleEpisode({ id }))
    memory.apply(
      0,
      episodes.map((episode) => ({ type: 'episode-added', episode })),
    )
    memory.apply(1, [{ type: 'episode-added', episode: exampleEpisode({ id: 'a' }) }])
    expect(memory.episodes.recent(2).map(({ id }) => id)).toEqual(['c', 'b'])
    expect(memory.episodes.count()).toBe(3)
  })

  test('episodes.messages() gives the newest first, and a retried message counts once', () => {
    const memory = open()
    for (const [sequence, id] of ['a', 'b', 'a'].entries()) {
      memory.apply(sequence, [{ type: 'message-noted', message: exampleMessage({ id }) }])
    }
    expect(memory.episodes.messages(10).map(({ id }) => id)).toEqual(['b', 'a'])
    expect(memory.episodes.messages(1)).toEqual([exampleMessage({ id: 'b' })])
  })

  test('tasks.current() is the open task, and null once it is closed', () => {
    const memory = open()
    memory.apply(0, [{ type: 'task-set', task: exampleTask({ id: 'a', status: 'done' }) }])
    memory.apply(1, [{ type: 'task-set', task: exampleTask({ id: 'b' }) }])
    expect(memory.tasks.current()?.id).toBe('b')
    memory.apply(2, [
      { type: 'task-set', task: exampleTask({ id: 'b', status: 'given-up', reason: 'no way' }) },
    ])
    expect(memory.tasks.current()).toBeNull()
    expect(memory.tasks.all().map(({ id, status }) => [id, status])).toEqual([
      ['a', 'done'],
      ['b', 'given-up'],
    ])
  })
}

function describeSkills(open: () => AgentMemory): void {
  const withSkills = (...skills: readonly Skill[]) => {
    const memory = open()
    memory.apply(
      0,
      skills.map((skill) => ({ type: 'skill-set', skill })),
    )
    return memory
  }

  test('skills.find() gives the version asked for, or the newest, retired ones too', () => {
    const first = exampleSkill({ version: 1 })
    const second = exampleSkill({ version: 2, status: 'retired' })
    const { skills } = withSkills(second, first)
    expect(skills.find('obtainClay')).toEqual(second)
    expect(skills.find('obtainClay', 1)).toEqual(first)
    expect(skills.find('obtainClay', 3)).toBeNull()
  })

  test('skills.usable() gives the newest version that is not retired, by name', () => {
    const { skills } = withSkills(
      exampleSkill({ name: 'zip', version: 1 }),
      exampleSkill({ name: 'dig', version: 1 }),
      exampleSkill({ name: 'dig', version: 2, status: 'provisional' }),
      exampleSkill({ name: 'dig', version: 3, status: 'retired' }),
      exampleSkill({ name: 'gone', status: 'retired' }),
    )
    expect(skills.usable().map(({ name, version }) => [name, version])).toEqual([
      ['dig', 2],
      ['zip', 1],
    ])
  })

  test('skill-statistics-set changes the numbers of that version only, and ignores an unknown one', () => {
    const memory = withSkills(exampleSkill({ version: 1 }), exampleSkill({ version: 2 }))
    const statistics = { runs: 9, successes: 8, lastTick: 77 }
    memory.apply(1, [
      { type: 'skill-statistics-set', name: 'obtainClay', version: 1, statistics },
      { type: 'skill-statistics-set', name: 'unknown', version: 1, statistics },
    ])
    expect(memory.skills.find('obtainClay', 1)).toEqual(exampleSkill({ version: 1, statistics }))
    expect(memory.skills.find('obtainClay', 2)).toEqual(exampleSkill({ version: 2 }))
    expect(memory.skills.find('unknown')).toBeNull()
  })

  test('skills.reaching() gives usable skills that promise the goal, the trusted ones first', () => {
    const statistics = { runs: 4, successes: 1, lastTick: 1 }
    const { skills } = withSkills(
      exampleSkill({ name: 'atFirst', status: 'provisional' }),
      exampleSkill({ name: 'shaky', statistics }),
      exampleSkill({ name: 'solid' }),
      exampleSkill({ name: 'bad', status: 'retired' }),
      exampleSkill({ name: 'other', postcondition: { type: 'have', item: 'stick', count: 1 } }),
    )
    const reaching = (item: string) =>
      skills.reaching({ type: 'have', item, count: 3 }).map((skill) => skill.name)
    expect(reaching('clay_ball')).toEqual(['solid', 'shaky', 'atFirst'])
    expect(reaching('stick')).toEqual([])
  })
}
