import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { InfrastructureError } from '../core/errors.ts'
import { realTimers } from '../core/real-timers.ts'
import type { LaunchCommand } from './launch-command.ts'
import { type ChildMessage, childMessageSchema, type SupervisorMessage } from './messages.ts'

const BOOT_MS = 20_000
const MAX_LINE_CHARACTERS = 256_000
const STDERR_CHARACTERS = 4000

/** What a process reports to whoever uses it at the moment. */
export interface ProcessListener {
  message(message: ChildMessage): void
  /** The process said something that it must not say; it is not to be trusted with anything any more. */
  violation(reason: string): void
  /** The process is gone. `reason` says what is known about why. */
  exit(reason: string): void
}

/** One locked-down process and its pipe, seen from outside. */
export class SkillProcess {
  readonly #child: ChildProcess
  readonly #pipe: Socket
  #listener: ProcessListener | null = null
  #pending = ''
  #errors = ''
  #dying = false
  #gone = false

  /** Starts a process and resolves once it has loaded the facade. Rejects with an InfrastructureError. */
  static async launch(command: LaunchCommand, facade: string): Promise<SkillProcess> {
    const started = new SkillProcess(command)
    try {
      await started.#boot(facade)
      return started
    } catch (error) {
      started.kill()
      throw error
    }
  }

  private constructor(command: LaunchCommand) {
    this.#child = spawn(command.file, command.arguments, {
      env: {},
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    })
    this.#pipe = this.#child.stdio[3] as Socket
    this.#pipe.setEncoding('utf8')
    this.#pipe.on('data', (text: string) => this.#receive(text))
    this.#pipe.on('error', () => {})
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errors = (this.#errors + text).slice(-STDERR_CHARACTERS)
    })
    this.#child.on('error', (error) => this.#leave(error.message))
    this.#child.on('close', (code, signal) => this.#leave(this.#exitReason(code, signal)))
  }

  get isGone(): boolean {
    return this.#dying || this.#gone
  }

  /** Whose turn it is to hear from the process; null while nobody uses it, so that it keeps nobody from exiting. */
  listen(listener: ProcessListener | null): void {
    this.#listener = listener
    for (const handle of [this.#child, this.#pipe, this.#child.stderr as Socket | null]) {
      if (listener === null) handle?.unref()
      else handle?.ref()
    }
  }

  send(message: SupervisorMessage): void {
    if (!this.isGone) this.#pipe.write(`${JSON.stringify(message)}\n`)
  }

  /** Ends the process at once, whatever it does; its listener hears of it as of any other end. */
  kill(): void {
    this.#dying = true
    this.#child.kill('SIGKILL')
    this.#pipe.destroy()
  }

  /** Resident memory in bytes; null where the system does not say. */
  residentBytes(): number | null {
    return this.#measure(residentBytesOf)
  }

  /** Processor time spent so far, in milliseconds; null where the system does not say. */
  cpuMs(): number | null {
    return this.#measure(cpuMsOf)
  }

  #measure(measure: (pid: number) => number): number | null {
    const pid = this.#child.pid
    return pid === undefined || process.platform !== 'linux' ? null : withChildren(pid, measure)
  }

  #boot(facade: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (reason: string) => {
        realTimers.clearTimeout(timer)
        reject(bootError(reason))
      }
      const timer = realTimers.setTimeout(() => fail(`it was not ready within ${BOOT_MS / 1000} s`), BOOT_MS)
      this.listen({
        message: () => {
          realTimers.clearTimeout(timer)
          this.listen(null)
          resolve()
        },
        violation: fail,
        exit: fail,
      })
      this.send({ type: 'boot', facade })
    })
  }

  #receive(text: string): void {
    this.#pending += text
    for (let end = this.#pending.indexOf('\n'); end >= 0; end = this.#pending.indexOf('\n')) {
      const line = this.#pending.slice(0, end)
      this.#pending = this.#pending.slice(end + 1)
      this.#take(line)
      if (this.isGone) return
    }
    if (this.#pending.length > MAX_LINE_CHARACTERS) this.#listener?.violation('a message was too long')
  }

  #take(line: string): void {
    const message = line.length > MAX_LINE_CHARACTERS ? null : parseMessage(line)
    if (message === null) this.#listener?.violation('a message did not follow the protocol')
    else this.#listener?.message(message)
  }

  #leave(reason: string): void {
    if (this.#gone) return
    this.#gone = true
    this.#listener?.exit(reason)
  }

  #exitReason(code: number | null, signal: string | null): string {
    if (this.#errors.includes('heap out of memory')) return 'its memory was full'
    const ending = signal === null ? `it exited with ${code}` : `it was ended by ${signal}`
    const [firstError = ''] = this.#errors
      .split('\n')
      .filter((line) => line.includes('Error') || line.includes('bad'))
    return firstError === '' ? ending : `${ending}: ${firstError.trim()}`
  }
}

function bootError(reason: string): InfrastructureError {
  return new InfrastructureError(
    `Cannot start the process that runs skill code: ${reason}. Kithcraft needs Node 26: run it with "npx kithcraft" or ` +
      '"npm start", and run "kithcraft doctor" to see what is missing.',
  )
}

function parseMessage(line: string): ChildMessage | null {
  try {
    const parsed = childMessageSchema.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Of the process and its children: `unshare` stays between this process and the one that runs the code. */
function withChildren(pid: number, measure: (pid: number) => number): number | null {
  try {
    const own = measure(pid)
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    const inChildren =
      children === '' ? [] : children.split(' ').map((child) => withChildren(Number(child), measure) ?? 0)
    return inChildren.reduce((sum, value) => sum + value, own)
  } catch {
    return null
  }
}

function residentBytesOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096
}

/** Linux counts in hundredths of a second; the name before the numbers, in parentheses, may hold anything. */
function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
