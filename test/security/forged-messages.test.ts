import { expect, test } from 'vitest'
import type { SandboxRun } from '../../src/core/sandbox.ts'
import { createGameData } from '../../src/sandbox/game-data.ts'
import { SkillProcess } from '../../src/sandbox/skill-process.ts'
import { SupervisedRun } from '../../src/sandbox/supervised-run.ts'
import { ScriptedHost } from '../support/scripted-host.ts'

/*
 * What the supervisor does with a process that has been taken over and says what it likes: a script of ours plays the
 * process. `say` writes a message; after `boot` it has been told to start.
 */

const REFUSED: Readonly<Record<string, string>> = {
  'no JSON': 'raw("hello")',
  'a message of no known type': 'say({ type: "exec", command: "true" })',
  'a message with a member too many': 'say({ type: "waiting", fuelUsed: 1, extra: 1 })',
  'a message without its type': 'say([])',
  'a line that is too long': 'say({ type: "chat", text: "x".repeat(300000) })',
  'a line that never ends': 'for (;;) fs.writeSync(3, "x".repeat(65536))',
  'a text that is too long': 'say({ type: "chat", text: "x".repeat(1001) })',
  'a method that is no name': 'say({ type: "read", method: "../secret", parameters: [] })',
  'a method on the prototype': 'say({ type: "act", act: 1, method: "__proto__", parameters: [] })',
  'parameters that nest deeply': `raw('{"type":"read","method":"state","parameters":[' + "[".repeat(999) + "]".repeat(999) + ']}')`,
  'parameters with a prototype': `raw('{"type":"read","method":"state","parameters":[{"__proto__":{"x":1}}]}')`,
  'parameters with a constructor': 'say({ type: "read", method: "state", parameters: [{ constructor: 1 }] })',
  'a return value with a prototype': `raw('{"type":"finished","status":"completed","value":{"__proto__":1},"error":null,"fuelUsed":1,"reproducible":true}')`,
  'a status of its own':
    'say({ type: "finished", status: "killed", value: null, error: null, fuelUsed: 1, reproducible: true })',
  'a skill that is not its own': 'say({ type: "skill", name: "other", phase: "returned" })',
  'an act with the number of another':
    'for (let n = 0; n < 2; n++) say({ type: "act", act: 1, method: "hang", parameters: [] })',
  'too many acts':
    'for (let n = 1; n < 30; n++) say({ type: "act", act: n, method: "hang", parameters: [] })',
  'more requests than fuel pays for': 'for (;;) say({ type: "read", method: "state", parameters: [] })',
  'more notes than fuel pays for': 'for (;;) say({ type: "chat", text: "x" })',
  'waiting for nothing': 'say({ type: "waiting", fuelUsed: 1 })',
  'asking while it waits':
    'say({ type: "act", act: 1, method: "hang", parameters: [] }); say({ type: "waiting", fuelUsed: 1 }); say({ type: "chat", text: "x" })',
  'ending while it waits':
    'say({ type: "act", act: 1, method: "hang", parameters: [] }); say({ type: "waiting", fuelUsed: 1 }); say({ type: "finished", status: "completed", value: 1, error: null, fuelUsed: 1, reproducible: true })',
  'that it is ready again': 'say({ type: "ready" })',
  'that it was stopped': 'say({ type: "stopped" })',
}

for (const [name, script] of Object.entries(REFUSED)) {
  test(`the supervisor ends a process that says ${name}`, async () => {
    const host = hangingHost()
    const run = await playedRun(script, host)
    expect(run).toMatchObject({ status: 'killed', reproducible: false, value: null })
    expect(run.error?.message).toMatch(/broke the rules of its pipe/)
    expect(host.notes.length).toBeLessThan(200)
    expect(host.turns.at(-1)).toBe(false)
  })
}

test('the supervisor says that a process is gone', async () => {
  const run = await playedRun('process.exit(7)', hangingHost())
  expect(run).toMatchObject({ status: 'killed', reproducible: false })
  expect(run.error?.message).toContain('exited with 7')
})

test('the supervisor believes no place that is not in the program', async () => {
  const error = '{ message: "x", module: "other", line: 99, column: 1 }'
  const say = `say({ type: "finished", status: "threw", value: null, error: ${error}, fuelUsed: 1, reproducible: true })`
  const run = await playedRun(say, hangingHost())
  expect(run.error).toEqual({ message: 'x', module: null, line: null, column: null })
})

test('the supervisor ends a process that says nothing', async () => {
  const run = await playedRun('for (;;);', hangingHost())
  expect(run).toMatchObject({ status: 'killed', reproducible: false })
  expect(run.error?.message).toContain('400 ms')
})

async function playedRun(script: string, host: ScriptedHost): Promise<SandboxRun> {
  const process = await playedProcess(script)
  const request = {
    program: { entry: 'go', arguments: [], modules: [] },
    limits: { ticks: 100, fuel: 1000, turnMs: 400, memoryMb: 500 },
    seed: 'seed',
    version: '1.21.4',
  }
  const parts = { request, modules: [], host, gameData: createGameData('1.21.4') }
  host.computing(true)
  const run = await new SupervisedRun(process, parts).execute(new AbortController().signal)
  process.kill()
  return run
}

function playedProcess(script: string): Promise<SkillProcess> {
  const source = `const fs = require('node:fs')
    const raw = (line) => fs.writeSync(3, line + '\\n')
    const say = (message) => raw(JSON.stringify(message))
    const read = () => fs.readSync(3, Buffer.alloc(65536))
    read(); say({ type: 'ready' }); read()
    ${script}
    for (;;) if (read() === 0) process.exit()`
  const command = {
    file: process.execPath,
    arguments: ['--eval', source],
    namespaces: false,
    dieTogether: false,
  }
  return SkillProcess.launch(command, '')
}

/** Answers reads, and does acts that last until they are stopped. */
function hangingHost(): ScriptedHost {
  const hang = (_: unknown, signal: AbortSignal) =>
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('Stopped.')))
    })
  return new ScriptedHost({ acts: { hang } })
}
