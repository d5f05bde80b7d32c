import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findEpisode, isPartOf, loadStudy, shippedStudies } from '../../../src/cli/study-file.ts'
import { InputError } from '../../../src/core/errors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const lines = [
  'name: talk',
  'base:',
  '  world: flat',
  '  agents: [{ name: Ada }, { name: Ben, knowledge: novice }]',
  'subjects: [Ben]',
  'conditions:',
  '  - name: silent',
  '    set: { everyone: { faculties: { talk: false } } }',
  '  - name: loud',
]

function written(text: string): string {
  const path = join(temporaryFolder(), 'study.yaml')
  writeFileSync(path, text)
  return path
}

/** The study with a line in place of the one at the number, counted from 1. */
const changed = (number: number, line: string) => lines.with(number - 1, line).join('\n')

function refusal(text: string): string {
  try {
    loadStudy(written(text))
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return String(error)
  }
  return 'It was accepted.'
}

describe('loadStudy()', () => {
  it('checks the team of every condition, in simulated time', () => {
    const study = loadStudy(written(lines.join('\n')), 2)
    expect(study.plan.episodes.map(({ id }) => id)).toEqual(['silent/1', 'loud/1', 'silent/2', 'loud/2'])
    const [silent] = study.plan.episodes.map((episode) => study.teamOf(episode))
    expect(silent).toMatchObject({ time: 'simulated', seed: 1, world: 'flat' })
    expect(silent?.agents.map(({ faculties }) => faculties.talk)).toEqual([false, false])
  })

  it.each([
    [changed(2, 'bases:'), /line 2: unknown key "bases". Did you mean "base"\?/],
    [changed(4, '  agents: [{ name: Ada, brian: planner }]'), /line 4: unknown key "agents\[0\].brian"/],
    [changed(4, '  agents: [{ name: Ada }]'), /the subject "Ben" is none of its agents: Ada/],
    [
      changed(8, '    set: { everyone: { faculties: { tlak: false } } }'),
      /line 8: in the condition "silent": unknown key "agents\[0\].faculties.tlak". Did you mean "talk"\?/,
    ],
    [
      changed(8, '    set: { limits: { minutes: 0 } }'),
      /line 8: in the condition "silent": "limits.minutes" is 0/,
    ],
    [changed(9, '  - name: silent'), /"silent" is the name of two conditions/],
    [changed(9, '  - name: up/down'), /line 9: "conditions\[1\].name" is "up\/down": it must be a word/],
    [`${lines.join('\n')}\ncompare: [{ from: silent, to: lound }]`, /line 10: "compare\[0\].to" is "lound"/],
    [`${lines.join('\n')}\nmeasures: [joy]`, /line 10: "measures\[0\]" is "joy": it must be "reached" or/],
    [changed(9, '  - { sweep: limits.minutes, values: [1, 0] }'), /line 9: .*"limits.minutes" is 0/],
    [changed(3, '  world: nowhere'), /There is no world "nowhere"/],
    [
      changed(3, '  server: { host: localhost }'),
      /line 3: "server" is given, but studies play in simulated time/,
    ],
    ['name: [', /line 1: /],
  ])('refuses %j', (text, message) => {
    expect(refusal(text)).toMatch(message)
  })

  it('says what to do when there is no such file', () => {
    expect(() => loadStudy('nothing.yaml')).toThrow(
      'Cannot read the study file "nothing.yaml": there is no such file. "kithcraft study" without a file lists',
    )
  })

  it.each(shippedStudies())('finds the study %s that ships, by its name, with a description', (name) => {
    const study = loadStudy(name)
    expect(study.file.name).toBe(name)
    expect(study.file.description.length).toBeGreaterThan(80)
    expect(study.plan.seeds.length).toBeGreaterThanOrEqual(20)
  })
})

describe('findEpisode()', () => {
  it('names what there is', () => {
    const study = loadStudy(written(lines.join('\n')), 2)
    expect(findEpisode(study, 'loud/2').seed).toBe(2)
    expect(() => findEpisode(study, 'loud')).toThrow(
      'no episode "loud". Its episodes are named like "silent/1" and "loud/2"',
    )
  })
})

describe('isPartOf()', () => {
  it('goes by task, condition and seed, and names what there is', () => {
    const study = loadStudy(written(lines.join('\n')), 2)
    const ids = (part: string) => study.plan.episodes.map(({ id }) => id).filter(isPartOf(study, part))
    expect(ids('loud')).toEqual(['loud/1', 'loud/2'])
    expect(ids('silent/2')).toEqual(['silent/2'])
    expect(() => ids('quiet')).toThrow('no part "quiet". Name a task, a condition or a seed')
  })
})
