import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SkillRunOptions } from '../../../../src/cli/compose/skill-run.ts'
import { formatSkillFile } from '../../../../src/memory/skill-file.ts'
import { openFileJournal } from '../../../../src/record/file-journal.ts'
import { exampleOutcome, exampleSkill } from '../../../support/examples.ts'
import { command } from '../../../support/fake-commands.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

describe('kithcraft skills', () => {
  function skillFolder(skill = exampleSkill()): string {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'obtainClay.js'), formatSkillFile(skill))
    return folder
  }

  it('lists and shows the skills of a folder', async () => {
    const folder = skillFolder()
    const list = await command(['skills', 'list', '--from', folder], {})
    expect(list.io.stdout).toContain('obtainClay(count)  v1, verified, 1 of 1 runs succeeded')
    const show = await command(['skills', 'show', 'obtainClay', '--from', folder], {})
    expect(show.io.stdout).toContain('async function obtainClay(bot, count = 1)')
    const json = await command(['skills', 'list', '--json', '--from', folder], {})
    expect(JSON.parse(json.io.stdout)).toMatchObject([{ owner: null, name: 'obtainClay' }])
  })

  it('lists the skills of a run from its journal', async () => {
    const folder = temporaryFolder()
    const journal = openFileJournal(join(folder, 'journal.jsonl'))
    journal.append({ type: 'run-started', run: 'r', team: {}, goal: null }, null, 0)
    journal.append(
      { type: 'step-committed', step: 1, changes: [{ type: 'skill-set', skill: exampleSkill() }] },
      'Ada',
      1,
    )
    journal.close()
    const { io } = await command(['skills', 'list', '--from', folder], {})
    expect(io.stdout).toMatch(/^Ada:\n {2}obtainClay/)
    const other = await command(['skills', 'list', '--from', folder, '--agent', 'Ben'], {})
    expect(other.io.stdout).toBe('No skills.')
  })

  it('runs one again with its arguments and exits with 1 when it does not hold', async () => {
    let options: SkillRunOptions | null = null
    const runSkill = async (given: SkillRunOptions) => {
      options = given
      return { outcome: exampleOutcome(), held: false, missing: 'have clay_ball: 0 of 3' }
    }
    const words = [
      'skills',
      'run',
      'obtainClay',
      '3',
      'oak_log',
      '{"x":1}',
      '--from',
      skillFolder(
        exampleSkill({ parameters: [...exampleSkill().parameters, parameter('from'), parameter('near')] }),
      ),
      '--world',
      'flat',
      '--seed',
      '5',
    ]
    const { code, io } = await command(words, { runSkill })
    expect(code).toBe(1)
    expect(io.stdout).toContain('Its postcondition does not hold: have clay_ball: 0 of 3.')
    expect(options).toMatchObject({
      skill: { name: 'obtainClay', version: 1 },
      arguments: [3, 'oak_log', { x: 1 }],
      place: { type: 'world', world: 'flat', seed: 5, version: '1.21.4' },
    })
  })

  it('exits with 0 when the skill holds, on a server too', async () => {
    let options: SkillRunOptions | null = null
    const runSkill = async (given: SkillRunOptions) => {
      options = given
      return { outcome: exampleOutcome(), held: true, missing: '' }
    }
    const words = [
      'skills',
      'run',
      'obtainClay',
      '--from',
      skillFolder(),
      '--server',
      'localhost:4000',
      '--json',
    ]
    const { code, io } = await command(words, { runSkill })
    expect(code).toBe(0)
    expect(JSON.parse(io.stdout)).toMatchObject({ skill: 'obtainClay', held: true })
    expect(options).toMatchObject({ place: { type: 'server', server: { host: 'localhost', port: 4000 } } })
  })

  it('says what was promised with the arguments of the call', async () => {
    const runSkill = async () => ({ outcome: exampleOutcome(), held: true, missing: '' })
    const words = ['skills', 'run', 'obtainClay', '3', '--from', skillFolder()]
    const { io } = await command(words, { runSkill })
    expect(io.stdout).toContain('Its postcondition holds: have 3 clay ball.')
    expect(io.stdout).not.toContain('$count')
  })

  it('refuses arguments that do not fit before a world is started', async () => {
    const words = ['skills', 'run', 'obtainClay', 'many', '--from', skillFolder()]
    const { code, io } = await command(words, {})
    expect(code).toBe(2)
    expect(io.stderr).toContain('"$count" needs a number, but the skill was called with "many"')
    const surplus = await command(['skills', 'run', 'obtainClay', '3', '4', '--from', skillFolder()], {})
    expect(surplus.code).toBe(2)
    expect(surplus.io.stderr).toContain('with 2 arguments: it takes "count"')
  })

  it('says where the source of a skill is broken instead of running it', async () => {
    const folder = temporaryFolder()
    const source = 'async function obtainClay(bot) {\n  await mineBlock(bot,\n}'
    writeFileSync(join(folder, 'obtainClay.js'), formatSkillFile(exampleSkill({ source })))
    const { code, io } = await command(['skills', 'run', 'obtainClay', '--from', folder], {})
    expect(code).toBe(2)
    expect(io.stderr).toMatch(
      /^Cannot run the skill "obtainClay": its source breaks rules\.\n {2}line 3, column 1: /,
    )
  })

  it('suggests a name, and refuses broken files and journals, with exit code 2', async () => {
    const folder = skillFolder()
    const typo = await command(['skills', 'show', 'obtainClya', '--from', folder], {})
    expect([typo.code, typo.io.stderr]).toEqual([
      2,
      'There is no skill "obtainClya". Did you mean "obtainClay"?',
    ])
    writeFileSync(join(folder, 'broken.js'), 'async function broken(bot) {')
    const broken = await command(['skills', 'list', '--from', folder], {})
    expect(broken.code).toBe(2)
    expect(broken.io.stderr).toContain(
      `Cannot read the skill file "${join(folder, 'broken.js')}", line 1: it has no header.`,
    )
    const run = temporaryFolder()
    writeFileSync(join(run, 'journal.jsonl'), 'this is no journal\n{}\n')
    const corrupt = await command(['skills', 'list', '--from', run], {})
    expect(corrupt.code).toBe(2)
    expect(corrupt.io.stderr).toContain(join(run, 'journal.jsonl'))
    expect(corrupt.io.stderr).not.toContain('bug')
  })
})

function parameter(name: string) {
  return { name, type: 'text' as const, description: name, default: null }
}
