import { type ChildProcess, fork } from 'node:child_process'
import type * as z from 'zod'
import { InfrastructureError } from '../../core/errors.ts'
import { compileCacheEnvironment } from '../compile-cache.ts'

/**
 * The inspector must stay shut: a process of ours that escapes its sandbox could otherwise open it by a signal. Room for new
 * objects, in MB, spares a simulated run a twentieth of its time: most of what a tick makes is garbage in the next (measured).
 */
export const NODE_FLAGS = [
  '--disable-sigusr1',
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=64',
]

/**
 * Starts one of our own modules as a process of its own and gives it its order. The process sees no secrets: its
 * environment holds only what finding programs and home folders takes.
 */
export function startProcess(path: string, order: unknown): ChildProcess {
  const child = fork(path, [], {
    execArgv: NODE_FLAGS,
    env: harmlessEnvironment(),
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  child.send({ type: 'order', order })
  return child
}

/**
 * In a process that `startProcess` started: its order, checked. The process ends when its parent is gone, and leaves it
 * to the parent what signals to end mean.
 */
export function receiveOrder<T>(schema: z.ZodType<T>): Promise<T> {
  // A terminal, a closing window or a time limit signals the whole group of processes at once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  process.on('disconnect', () => process.exit(0))
  // What is on its way to a parent that has gone meets a closed pipe before the end of the channel is seen.
  process.on('error', () => process.exit(0))
  return new Promise((resolve, reject) => {
    process.once('message', (message) => {
      const order = schema.safeParse((message as { order?: unknown }).order)
      if (order.success) resolve(order.data)
      else reject(new Error(`The process "${process.argv[1]}" got a malformed order: ${order.error.message}`))
    })
  })
}

/** The first message of a child that the schema accepts. Rejects when the child ends without one. */
export function firstMessage<T>(child: ChildProcess, schema: z.ZodType<T>, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null) => {
      reject(
        new InfrastructureError(`The ${what} ended before it was ready (${signal ?? `exit code ${code}`}).`),
      )
    }
    const onMessage = (message: unknown) => {
      const parsed = schema.safeParse(message)
      if (!parsed.success) return
      child.off('exit', onExit).off('message', onMessage)
      resolve(parsed.data)
    }
    child.on('message', onMessage).once('exit', onExit)
  })
}

/** Ends a child: politely by closing its channel, by force when it is still there after two seconds. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  if (child.connected) child.disconnect()
  const force = setTimeout(() => child.kill('SIGKILL'), 2000)
  await exited
  clearTimeout(force)
}

const PASSED_ON = ['PATH', 'HOME', 'USERPROFILE', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR', 'LANG', 'TZ']

function harmlessEnvironment(): NodeJS.ProcessEnv {
  const kept = PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
  return { ...Object.fromEntries(kept), ...compileCacheEnvironment() }
}
