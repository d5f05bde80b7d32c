import { createRequire } from 'node:module'
import { types } from 'node:util'
import type { FinishedMessage, RunSetup } from '../messages.ts'
import { hardenProcess } from './harden-process.ts'
import { openPipe } from './pipe.ts'
import { openRealm, type Realm, type RealmPort, type RealmState, type VmConstructor } from './realm.ts'

/**
 * Entry point of the locked-down process that runs skill code. It has a pipe on descriptor 3 and nothing else.
 *
 * It blocks in a read whenever it has nothing to compute. A turn starts with a message and lasts until the microtasks
 * are drained; `setImmediate` comes after them and after Node has reported rejections that nobody handled.
 *
 * Argument 1: absolute path of vm2.
 */
const pipe = openPipe(3)
const { VM } = createRequire(import.meta.url)(String(process.argv[2])) as { VM: VmConstructor }
const defer = setImmediate
let facade = ''
let realm: Realm | null = null
let stray: string | null = null

process.on('unhandledRejection', (reason) => {
  stray ??= describe(reason)
})
process.on('uncaughtException', (error) => {
  stray ??= describe(error)
})
hardenProcess()
defer(takeTurn)

const port: RealmPort = {
  ask(request) {
    pipe.write({ type: 'read', ...(JSON.parse(request) as { method: string; parameters: unknown[] }) })
    return JSON.stringify(pipe.read())
  },
  tell(request) {
    pipe.write(JSON.parse(request) as Extract<Parameters<typeof pipe.write>[0], { type: 'act' }>)
  },
}

function takeTurn(): void {
  const message = pipe.read()
  switch (message.type) {
    case 'boot':
      facade = message.facade
      pipe.write({ type: 'ready' })
      break
    case 'start':
      stray = null
      realm = open(message.run)
      break
    case 'completed':
      realm?.deliver(message.act, message.completion)
      break
    case 'stop':
      realm = null
      pipe.write({ type: 'stopped' })
      break
    default:
      break
  }
  defer(endTurn)
}

function open(setup: RunSetup): Realm | null {
  try {
    return openRealm(VM, facade, port, setup)
  } catch (error) {
    finish({ status: 'threw', value: null, error: plainError(describe(error)), reproducible: true }, 0)
    return null
  }
}

function endTurn(): void {
  if (realm !== null) report(realm)
  takeTurn()
}

function report(current: Realm): void {
  const state = current.state()
  if (state.finished?.status === 'out-of-fuel') finish(state.finished, state.fuelUsed)
  else if (stray !== null) finish(strayFailure(stray), state.fuelUsed)
  else if (isOver(state)) finish(state.finished, state.fuelUsed)
  else if (state.pendingActs === 0) finish(STALLED, state.fuelUsed)
  else pipe.write({ type: 'waiting', fuelUsed: state.fuelUsed })
}

/** A run that completed is over once the acts that it left under way have ended, too. */
function isOver(state: RealmState): state is RealmState & { finished: NonNullable<RealmState['finished']> } {
  if (state.finished === null) return false
  return state.finished.status !== 'completed' || state.pendingActs === 0
}

function finish(result: Omit<FinishedMessage, 'type' | 'fuelUsed'>, fuelUsed: number): void {
  realm = null
  pipe.write({ type: 'finished', ...result, fuelUsed })
}

/**
 * The message of something that untrusted code threw, without running any of its code: the reason may be a proxy, and
 * its properties may be getters.
 */
function describe(reason: unknown): string {
  if (typeof reason === 'string') return reason.slice(0, 2000)
  if (typeof reason !== 'object' || reason === null || !types.isNativeError(reason))
    return 'a value that is no error'
  const message: unknown = Object.getOwnPropertyDescriptor(reason, 'message')?.value
  return typeof message === 'string' ? message.slice(0, 2000) : 'an error without a message'
}

function strayFailure(message: string): Omit<FinishedMessage, 'type' | 'fuelUsed'> {
  const advice = 'Write "await" before every call that returns a promise.'
  return {
    status: 'threw',
    value: null,
    error: plainError(`A promise that nobody awaited was rejected: ${message} ${advice}`),
    reproducible: true,
  }
}

const STALLED: Omit<FinishedMessage, 'type' | 'fuelUsed'> = {
  status: 'threw',
  value: null,
  error: plainError(
    'The skill waits for something that can never happen: no act is under way. ' +
      'Timers do not exist here; use "await bot.waitForTicks(ticks)" to wait.',
  ),
  reproducible: true,
}

function plainError(message: string): NonNullable<FinishedMessage['error']> {
  return { message, module: null, line: null, column: null }
}
