import { spawn } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/core/package-root.ts'
import { findLaunchCommand, type LaunchCommand } from '../../src/sandbox/launch-command.ts'
import { sandboxProtections } from '../../src/sandbox/sandbox-protections.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/*
 * What code finds that has left vm2 altogether: the probes run in a process that is started exactly as skill processes
 * are, with a script of ours in place of the entry.
 */

const SECRET = 'KITHCRAFT_TEST_SECRET=do-not-read'
const secretFile = join(packageRoot(), '.env')
const wroteSecret = !existsSync(secretFile)
let command: LaunchCommand
let server: Server
let port: number

beforeAll(async () => {
  if (wroteSecret) writeFileSync(secretFile, SECRET)
  process.env.KITHCRAFT_TEST_SECRET = 'do-not-read'
  command = await findLaunchCommand()
  server = createServer((socket) => socket.end('reached'))
  port = await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
})

afterAll(() => {
  if (wroteSecret) rmSync(secretFile)
  delete process.env.KITHCRAFT_TEST_SECRET
  server.close()
})

describe('a skill process', () => {
  test('cannot read a .env file beside package.json', async () => {
    expect(existsSync(secretFile)).toBe(true)
    expect(await probe(`fs.readFileSync(${JSON.stringify(secretFile)}, 'utf8')`)).toContain(
      'ERR_ACCESS_DENIED',
    )
  })

  test('cannot read the project, a run directory or the system', async () => {
    const run = temporaryFolder()
    writeFileSync(join(run, 'journal.jsonl'), '{}')
    const paths = [
      join(packageRoot(), 'package.json'),
      join(packageRoot(), 'src', 'core', 'errors.ts'),
      join(packageRoot(), 'src', 'sandbox', 'supervised-run.ts'),
      join(run, 'journal.jsonl'),
      '/etc/passwd',
      '/proc/self/environ',
    ]
    for (const path of paths) {
      expect(await probe(`fs.readFileSync(${JSON.stringify(path)}, 'utf8')`)).toContain('ERR_ACCESS_DENIED')
      expect(await probe(`fs.statSync(${JSON.stringify(path)}).size`)).toContain('ERR_ACCESS_DENIED')
    }
    expect(await probe(`fs.readdirSync(${JSON.stringify(packageRoot())})`)).toContain('ERR_ACCESS_DENIED')
  })

  test('cannot write a file', async () => {
    const path = join(temporaryFolder(), 'written')
    expect(await probe(`fs.writeFileSync(${JSON.stringify(path)}, 'x')`)).toContain('ERR_ACCESS_DENIED')
    expect(existsSync(path)).toBe(false)
  })

  test('cannot start processes or workers, nor load addons', async () => {
    expect(await probe(`require('node:child_process').execSync('true')`)).toContain('ERR_ACCESS_DENIED')
    expect(
      await probe(`new (require('node:worker_threads').Worker)('1', { eval: true, execArgv: [] })`),
    ).toContain('ERR_ACCESS_DENIED')
    expect(await probe(`process.dlopen({ exports: {} }, '/x.node')`)).toMatch(/ERR_DLOPEN|ERR_ACCESS_DENIED/)
    expect(await probe(`require('node:child_process').fork('/x.js').pid`)).toContain('ERR_ACCESS_DENIED')
  })

  test('cannot reach a network, not even this machine', async () => {
    const connect = `new Promise((resolve) => {
      const socket = require('node:net').connect(${port}, '127.0.0.1')
      socket.on('data', (data) => resolve(String(data)))
      socket.on('error', (error) => resolve(error.code))
    })`
    expect(await probe(connect)).toMatch(/ERR_ACCESS_DENIED|ENETUNREACH|ECONNREFUSED/)
    expect(
      await probe(
        `fetch('http://127.0.0.1:${port}').then(() => 'reached', (e) => e.cause?.code ?? e.code ?? 'failed')`,
      ),
    ).not.toBe('reached')
    expect(await probe(`require('node:dns').promises.lookup('localhost')`)).toMatch(
      /ERR_ACCESS_DENIED|EAI_AGAIN/,
    )
    expect(
      await probe(`require('node:dgram').createSocket('udp4').send('x', ${port}, '127.0.0.1')`),
    ).toContain('ERR_ACCESS_DENIED')
  })

  test('has no SQLite, no inspector and no secret in its environment', async () => {
    expect(await probe(`require('node:sqlite')`)).toContain('ERR_UNKNOWN_BUILTIN_MODULE')
    expect(await probe(`require('node:inspector').open(0)`)).toMatch(/ERR_ACCESS_DENIED|ERR_INSPECTOR/)
    expect(await probe('process.env')).toBe('{}')
  })

  test('cannot make code of text', async () => {
    expect(await probe(`new Function('return 1')()`)).toContain('Code generation from strings disallowed')
    expect(await probe(`(0, eval)('1')`)).toContain('Code generation from strings disallowed')
  })

  test('cannot signal this process where namespaces are available', async () => {
    const { namespaces, advice } = await sandboxProtections()
    const answer = await probe(`process.kill(${process.pid}, 0)`)
    if (namespaces) expect(answer).toContain('ESRCH')
    else expect(advice).toContain('signals')
    if (namespaces) expect(await probe('process.ppid')).toBe('0')
  })
})

/** The value of the expression in a process that is locked as skill processes are, or the code of its error. */
async function probe(expression: string): Promise<string> {
  const script = `const fs = require('node:fs')
    const show = (value) => fs.writeSync(3, typeof value === 'string' ? value : JSON.stringify(value) ?? 'undefined')
    ;(async () => {
      try { show(await (${expression})) } catch (error) { show([error.code, error.message].join(' ')) }
      process.exit()
    })()`
  const options = command.arguments.slice(0, -2)
  const child = spawn(command.file, [...options, '--eval', script], {
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  let answer = ''
  let errors = ''
  child.stdio[3]?.on('data', (data) => {
    answer += String(data)
  })
  child.stderr?.on('data', (data) => {
    errors += String(data)
  })
  await new Promise((resolve) => child.on('close', resolve))
  return answer === '' ? errors : answer
}
