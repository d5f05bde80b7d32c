import fc from 'fast-check'
import type { Belief } from '../../src/core/belief.ts'
import type { Task } from '../../src/core/desire.ts'
import type { Episode } from '../../src/core/episode.ts'
import type { Goal } from '../../src/core/goal.ts'
import type { Json } from '../../src/core/json.ts'
import type { MemoryChange } from '../../src/core/memory-change.ts'
import type { Message } from '../../src/core/message.ts'
import type { Skill } from '../../src/core/skill.ts'
import { exampleSkill, exampleTask } from './examples.ts'
import { exampleBelief, exampleEpisode, exampleMessage } from './memory-examples.ts'

/** Any text that a UTF-8 file can hold, with what is hard to write down made likely. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom(
    '*/',
    '---',
    '---*/',
    '/*---',
    '$count',
    'a: b',
    '# no',
    'two\nlines\n',
    '\r\n',
    'x\r',
    ' ',
    '"',
    "it's",
    '\t',
  ),
  fc.stringMatching(/^[*/\-\\ \n"'a]{1,12}$/),
)

const identifier = fc.stringMatching(/^[a-zA-Z_$][a-zA-Z0-9_$]{0,8}$/)
const tick = fc.integer({ min: 0, max: 1_000_000 })
const number = fc.integer({ min: -1000, max: 1000 })
const position = fc.record({ x: number, y: number, z: number })
const count = fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constant('$count'))

/** Without keys of the name `__proto__`, which no reader of files keeps. */
export const anyJson = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.parse(JSON.stringify(value), withoutPrototypes) as Json)

export const anyGoal: fc.Arbitrary<Goal> = fc.letrec<{ goal: Goal }>((tie) => ({
  goal: fc.oneof(
    { maxDepth: 2 },
    fc.record({ type: fc.constant('have'), item: anyText, count }),
    fc.record({ type: fc.constant('killed'), mob: anyText, count }),
    fc.record({
      type: fc.constant('at'),
      position: fc.oneof(position, fc.constant('$place')),
      radius: fc.nat(),
    }),
    fc.record({ type: fc.constant('block-at'), block: anyText, position }),
    fc.record({ type: fc.constant('code'), source: anyText }),
    fc.record({ type: fc.constantFrom('all-of', 'any-of'), goals: fc.array(tie('goal'), { maxLength: 3 }) }),
  ) as fc.Arbitrary<Goal>,
})).goal

export const anySkill: fc.Arbitrary<Skill> = fc
  .record({
    name: identifier,
    description: anyText,
    parameters: fc.array(
      fc.record({
        name: identifier,
        type: fc.constantFrom('item', 'block', 'mob', 'count', 'position', 'text'),
        description: anyText,
        default: anyJson,
      }),
      { maxLength: 3 },
    ),
    precondition: fc.option(anyGoal),
    postcondition: fc.option(anyGoal),
    source: anyText.filter((text) => text.trim() !== ''),
    version: fc.integer({ min: 1, max: 5 }),
    status: fc.constantFrom('provisional', 'verified', 'retired'),
    calls: fc.array(fc.record({ name: identifier, version: fc.integer({ min: 1, max: 9 }) }), {
      maxLength: 3,
    }),
    provenance: fc.record({ author: anyText, task: anyText, run: anyText, tick }),
    statistics: fc.record({ runs: fc.nat(), successes: fc.nat(), lastTick: fc.option(tick) }),
  })
  .map((skill) => skill as Skill)

const id = fc.constantFrom('a', 'b', 'c', 'd')

const anyBelief: fc.Arbitrary<Belief> = fc
  .record({ id, sentence: anyText, tick, status: fc.constantFrom('held', 'refuted') })
  .map((fields) => exampleBelief(fields as Partial<Belief>))
const anyEpisode: fc.Arbitrary<Episode> = fc
  .record({ id, task: anyText, summary: anyText, success: fc.boolean(), tick })
  .map(exampleEpisode)
const anyMessage: fc.Arbitrary<Message> = fc.record({ id, text: anyText, tick }).map(exampleMessage)
const anyTask: fc.Arbitrary<Task> = fc
  .record({ id, text: anyText, status: fc.constantFrom('open', 'done', 'given-up') })
  .map((fields) => exampleTask(fields as Partial<Task>))
const anyLibrarySkill: fc.Arbitrary<Skill> = fc
  .record({
    name: fc.constantFrom('dig', 'digDeep', 'craft'),
    version: fc.integer({ min: 1, max: 3 }),
    description: anyText,
    status: fc.constantFrom('provisional', 'verified', 'retired'),
  })
  .map((fields) => exampleSkill(fields as Partial<Skill>))

export const anyChange: fc.Arbitrary<MemoryChange> = fc.oneof(
  anyBelief.map((belief): MemoryChange => ({ type: 'belief-set', belief })),
  anyEpisode.map((episode): MemoryChange => ({ type: 'episode-added', episode })),
  anyEpisode.map((episode): MemoryChange => ({ type: 'episode-set', episode })),
  id.map((forgotten): MemoryChange => ({ type: 'episode-forgotten', id: forgotten })),
  id.map((forgotten): MemoryChange => ({ type: 'belief-forgotten', id: forgotten })),
  id.map((forgotten): MemoryChange => ({ type: 'message-forgotten', id: forgotten })),
  fc
    .record({ name: fc.constantFrom('dig', 'none'), version: fc.integer({ min: 1, max: 3 }) })
    .map((skill): MemoryChange => ({ type: 'skill-forgotten', ...skill })),
  anyMessage.map((message): MemoryChange => ({ type: 'message-noted', message })),
  anyTask.map((task): MemoryChange => ({ type: 'task-set', task })),
  anyLibrarySkill.map((skill): MemoryChange => ({ type: 'skill-set', skill })),
  fc
    .record({ name: fc.constantFrom('dig', 'none'), version: fc.integer({ min: 1, max: 3 }), runs: fc.nat() })
    .map(({ name, version, runs }): MemoryChange => {
      return {
        type: 'skill-statistics-set',
        name,
        version,
        statistics: { runs, successes: runs, lastTick: 1 },
      }
    }),
)

function withoutPrototypes(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value
}
