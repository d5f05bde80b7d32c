import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../../src/core/package-root.ts'
import { linkDependencies, standInForMissing } from '../../support/link-dependencies.ts'
import { runProcess } from '../../support/run-process.ts'

const MINUTES = 60_000

/** The package as npm would publish it, installed where nothing else is. */
describe('the published package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kithcraft-package-'))
  const app = join(folder, 'app')
  const npx = (...words: string[]) => runProcess('npx', ['--no-install', 'kithcraft', ...words], app)

  beforeAll(async () => {
    const pack = ['pack', '--pack-destination', folder, '--ignore-scripts=false']
    await mustRun('npm', pack, packageRoot())
    linkDependencies(app)
    const standIns = standInForMissing(app)
    writeFileSync(join(app, 'package.json'), '{ "private": true }')
    const quiet = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']
    await mustRun('npm', ['install', ...quiet, join(folder, 'kithcraft-0.1.0.tgz')], app)
    for (const standIn of standIns) rmSync(standIn, { recursive: true })
  }, 8 * MINUTES)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('starts on the Node.js that comes with it', async () => {
    const help = await npx('--help')
    expect(help.code).toBe(0)
    expect(help.stdout).toContain('Usage: kithcraft')
    const doctor = await npx('doctor', '--json')
    expect([doctor.code, doctor.stderr]).toEqual([0, expect.any(String)])
    expect(JSON.parse(doctor.stdout)).toMatchObject({
      ok: true,
      checks: expect.arrayContaining([
        expect.objectContaining({ name: 'Node.js', text: expect.stringMatching(/^26\./) }),
      ]),
    })
  })

  it('loads the viewer with the canvas that stands in for its missing one', async () => {
    const script = [
      "const from = require('node:module').createRequire(require.resolve('kithcraft/package.json'))",
      "console.log(typeof from('canvas').createCanvas, typeof from('prismarine-viewer').mineflayer)",
    ].join('\n')
    const { code, stdout, stderr } = await runProcess('node', ['-e', script], app)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout.trim()).toBe('function function')
  })

  it('has types', async () => {
    const source = [
      "import { startRun } from 'kithcraft'",
      "import { createRandom } from 'kithcraft/core/random'",
      "import { createGameServer } from 'kithcraft/server/game-server'",
      'export const wrong: string = createRandom(1).float()',
      'export { createGameServer, startRun }',
    ].join('\n')
    writeFileSync(join(app, 'index.ts'), source)
    const compiler = join(packageRoot(), 'node_modules', 'typescript', 'bin', 'tsc')
    const types = ['--types', 'node', '--typeRoots', join(packageRoot(), 'node_modules', '@types')]
    const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024']
    const { stdout } = await runProcess(process.execPath, [compiler, ...flags, ...types, 'index.ts'], app)
    expect(stdout.trim()).toBe(
      "index.ts(4,14): error TS2322: Type 'number' is not assignable to type 'string'.",
    )
  })

  it(
    'runs a team, and a skill that the team has learned, on JavaScript output',
    async () => {
      const run = await npx(
        'run',
        '--time',
        'simulated',
        '--no-page',
        '--json',
        '--goal',
        'have 1 oak_planks',
        '--until',
        'any',
        '--out',
        'run',
      )
      expect([run.code, run.stderr]).toEqual([0, expect.any(String)])
      const summary = JSON.parse(run.stdout)
      expect(summary).toMatchObject({ reached: true, directory: join(app, 'run') })
      // The run was simulated; this is played in real time, by other processes.
      const skills = await npx('skills', 'list', '--json', '--from', 'run')
      const names = JSON.parse(skills.stdout).map(({ name }: { name: string }) => name)
      expect(names.length).toBeGreaterThan(0)
      const learned = Object.values(summary.agents as Record<string, { skillsLearned: { name: string }[] }>)
      const [skill] = learned.flatMap((agent) => agent.skillsLearned)
      const again = await npx(
        'skills',
        'run',
        skill?.name ?? '',
        '--from',
        'run',
        '--world',
        'plains',
        '--seed',
        '2',
      )
      expect([again.code, again.stderr]).toEqual([0, expect.any(String)])
      expect(again.stdout).toContain('Its postcondition holds')
    },
    5 * MINUTES,
  )
})

async function mustRun(command: string, words: readonly string[], folder: string): Promise<void> {
  const { code, stdout, stderr } = await runProcess(command, words, folder)
  if (code !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${code}:\n${stdout}\n${stderr}`)
}
