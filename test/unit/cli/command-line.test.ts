import { describe, expect, it } from 'vitest'
import { command } from '../../support/fake-commands.ts'

describe('kithcraft', () => {
  it('prints its help and its version on standard output', async () => {
    const help = await command(['--help'], {})
    expect(help.code).toBe(0)
    expect(help.io.stdout).toContain('Usage: kithcraft')
    expect((await command(['--version'], {})).io.stdout).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('prints the JSON Schema of team files', async () => {
    const { io } = await command(['schema'], {})
    expect(JSON.parse(io.stdout)).toMatchObject({ title: 'Kithcraft team', type: 'object' })
  })
})

describe('bad input', () => {
  it.each([
    [['run', '--world', 'nowhere', '--no-page'], 'There is no world "nowhere".'],
    [['run', 'nowhere.yaml'], 'Cannot read the team file "nowhere.yaml"'],
    [['run', '--goal', 'have'], 'Cannot read the goal "have"'],
    [['run', '--server', 'a', '--world', 'flat'], 'exclude each other'],
    [['run', '--seed', 'x'], "option '--seed <number>' argument 'x' is invalid. It must be a whole number."],
    [['run', '--minutes', '0'], 'It must be a number above 0.'],
    [['run', '--until', 'never'], 'Allowed choices are all, any.'],
    [['run', '--sede'], '(Did you mean --seed?)'],
    [['rnu'], "unknown command 'rnu'"],
    [['serve', '--port', '70000'], 'A port is a number from 0 to 65535.'],
    [['serve', '--version', '1.8'], 'Allowed choices are 1.21.4, 1.20.1.'],
    [['skills', 'list', '--from', 'nowhere'], 'There are no skills at "nowhere": it is no folder.'],
    [['skills', 'run', 'x', '--world', 'a', '--server', 'b'], 'cannot be used with option'],
  ])('refuses %j with exit code 2 and one clear message', async (words, message) => {
    const { code, io } = await command(words, {})
    expect(code).toBe(2)
    expect(io.stderr).toContain(message)
    expect(io.stderr).not.toMatch(/\n\s+at /)
    expect(io.stdout).toBe('')
  })
})

describe('a failure', () => {
  it('that nobody expected is called a bug, and shows its stack only with --debug', async () => {
    const startRun = () => Promise.reject(new TypeError('x is not a function'))
    const plain = await command(['run', '--no-page'], { startRun })
    expect(plain.code).toBe(3)
    expect(plain.io.errLines.at(-1)).toBe(
      'This is a bug in Kithcraft: x is not a function. Run the command again with --debug to see where.',
    )
    const debug = await command(['run', '--no-page', '--debug'], { startRun })
    expect(debug.io.stderr).toMatch(/TypeError: x is not a function\n\s+at /)
  })
})
