import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { ProcessSandbox, prepareSandboxKit } from '../../../src/sandbox/process-sandbox.ts'
import { ScriptedHost, success, untilAborted } from '../../support/scripted-host.ts'
import { runBody } from '../../support/skill-runs.ts'

const kit = prepareSandboxKit()
const opened: ProcessSandbox[] = []
afterEach(async () => {
  for (const sandbox of opened.splice(0)) await sandbox.close()
})

function open(): ProcessSandbox {
  const sandbox = new ProcessSandbox(() => kit)
  opened.push(sandbox)
  return sandbox
}

test.runIf(process.platform === 'linux')(
  'a process that dies while it waits ends the run as killed, and the next run works',
  async () => {
    const sandbox = open()
    const host = new ScriptedHost({ acts: { mineBlock: untilAborted() } })
    host.idle().then(killChildren)
    const run = await runBody(sandbox, 'await mineBlock(bot, "stone")', { host })
    expect(run).toMatchObject({ status: 'killed', reproducible: false })
    expect(run.error?.message).toContain('SIGKILL')
    expect(host.turns.at(-1)).toBe(false)
    expect(await runBody(sandbox, 'return 1')).toMatchObject({ status: 'completed', value: 1 })
  },
)

test.runIf(process.platform === 'linux')('a process that dies between runs is replaced', async () => {
  const sandbox = open()
  expect(await runBody(sandbox, 'return 1')).toMatchObject({ value: 1 })
  killChildren()
  expect(await runBody(sandbox, 'return 2')).toMatchObject({ status: 'completed', value: 2 })
})

test.runIf(process.platform === 'linux')(
  'a process that dies while it computes ends the run as killed',
  async () => {
    const sandbox = open()
    const host = new ScriptedHost({ acts: { mineBlock: async () => success(null) } })
    host.note = () => killChildren()
    const run = await runBody(sandbox, 'for (;;);', { host, limits: { fuel: 1e10 } })
    expect(run.status).toBe('killed')
  },
)

test.runIf(process.platform === 'linux')('close() ends all processes, and a run with them', async () => {
  const sandbox = open()
  const host = new ScriptedHost({ acts: { mineBlock: untilAborted() } })
  const closed = host.idle().then(() => sandbox.close())
  const run = await runBody(sandbox, 'await mineBlock(bot, "stone")', { host })
  await closed
  expect(run.status).toBe('killed')
  await expect.poll(children).toEqual([])
  await expect(runBody(sandbox, 'return 1')).rejects.toThrow('closed')
})

test('a sandbox that cannot start its process says what to do', async () => {
  const { facade } = await kit
  const command = {
    file: process.execPath,
    arguments: ['--no-such-flag'],
    namespaces: false,
    dieTogether: false,
  }
  const sandbox = new ProcessSandbox(async () => ({ command, facade }))
  opened.push(sandbox)
  const host = new ScriptedHost()
  await expect(runBody(sandbox, 'return 1', { host })).rejects.toThrow(
    /Cannot start the process.*bad option.*Node 26/s,
  )
  expect(host.turns).toEqual([true, false])
})

test('a program for a version without data is refused', async () => {
  const sandbox = open()
  const request = { program: { entry: 'go', arguments: [], modules: [] }, seed: '', version: '0.1' }
  const limits = { ticks: 1, fuel: 1, turnMs: 1, memoryMb: 1 }
  const run = sandbox.run({ ...request, limits }, new ScriptedHost(), new AbortController().signal)
  await expect(run).rejects.toThrow('"0.1"')
})

/** Ids of the processes that this one has started and that still run. */
function children(): number[] {
  return readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
}

function killChildren(): void {
  for (const pid of children()) process.kill(pid, 'SIGKILL')
}
