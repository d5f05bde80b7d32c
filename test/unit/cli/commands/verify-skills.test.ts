import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SkillRunOptions } from '../../../../src/cli/compose/skill-run.ts'
import { SkillFolder } from '../../../../src/memory/skill-folder.ts'
import { exampleOutcome, exampleSkill } from '../../../support/examples.ts'
import { command } from '../../../support/fake-commands.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { writeVoyagerCheckpoint } from '../../../support/voyager-library.ts'

describe('kithcraft skills verify', () => {
  it('notes in the files which skills held, and leaves alone what cannot be tried', async () => {
    const folder = new SkillFolder(temporaryFolder())
    const path = temporaryFolder()
    const skills = new SkillFolder(path)
    const statistics = { runs: 0, successes: 0, lastTick: null }
    const base = { ...exampleSkill(), status: 'provisional' as const, parameters: [], statistics }
    const goal = { type: 'have' as const, item: 'clay_ball', count: 1 }
    for (const name of ['good', 'bad']) skills.save({ ...base, name, postcondition: goal })
    skills.save({ ...base, name: 'vague', postcondition: null })
    const runSkill = async ({ skill }: SkillRunOptions) => {
      const held = skill.name === 'good'
      return { outcome: exampleOutcome(), held, missing: held ? '' : 'have clay_ball: 0 of 1' }
    }
    const { code, io } = await command(['skills', 'verify', '--from', path], { runSkill })
    expect(code).toBe(1)
    expect(io.outLines).toEqual([
      '  bad v1: not verified: it ran to its end; have clay_ball: 0 of 1.',
      '  good v1: verified.',
      '  vague v1: left as it is: it promises nothing that a machine can check.',
      '1 of 3 skills verified.',
    ])
    expect(
      skills.load().map(({ status, statistics: { runs, successes } }) => [status, runs, successes]),
    ).toEqual([
      ['provisional', 1, 0],
      ['verified', 1, 1],
      ['provisional', 0, 0],
    ])
    expect(folder.load()).toEqual([])
  })

  it('refuses a Voyager checkpoint and says how to import it', async () => {
    const checkpoint = temporaryFolder()
    writeVoyagerCheckpoint(checkpoint, [])
    const { code, io } = await command(['skills', 'verify', '--from', join(checkpoint, 'skill')], {})
    expect(code).toBe(2)
    expect(io.stderr).toContain('kithcraft skills import')
  })
})
