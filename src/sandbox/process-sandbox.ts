import { errorMessage } from '../core/errors.ts'
import type { SandboxRequest, SandboxRun, SkillHost, SkillSandbox } from '../core/sandbox.ts'
import { bundleFacade } from './facade-bundle.ts'
import { createGameData, type GameData } from './game-data.ts'
import { type InstrumentedModule, instrument } from './instrument.ts'
import { findLaunchCommand, type LaunchCommand } from './launch-command.ts'
import { SkillProcess } from './skill-process.ts'
import { abortedRun, SupervisedRun } from './supervised-run.ts'

const MIB = 1024 * 1024
/** A process that kept more than this part of the memory limit is replaced between runs. */
const KEPT_SHARE = 0.6
/** How often a run is begun, in case its process turns out to have died before. */
const MOST_TRIES = 3

/** What all sandboxes of a process can share, since it depends on the machine and the installed files alone. */
export interface SandboxKit {
  readonly command: LaunchCommand
  /** Script that builds the world of skill code. */
  readonly facade: string
}

/** Tries out what the machine allows and bundles the facade; takes up to a quarter of a second. */
export async function prepareSandboxKit(): Promise<SandboxKit> {
  return { command: await findLaunchCommand(), facade: bundleFacade() }
}

/**
 * Runs skill code in a locked-down process that it keeps from run to run. A process that had to be killed is replaced by
 * a spare one that is started as soon as the first run begins.
 */
export class ProcessSandbox implements SkillSandbox {
  readonly #gameData = new Map<string, GameData>()
  readonly #prepareKit: () => Promise<SandboxKit>
  #kit: Promise<SandboxKit> | null = null
  #current: Promise<SkillProcess> | null = null
  #spare: Promise<SkillProcess> | null = null
  #busy = false
  #closed = false

  /** Sandboxes that are given the same `prepareKit` result prepare once: `const kit = prepareSandboxKit()`, `() => kit`. */
  constructor(prepareKit: () => Promise<SandboxKit> = prepareSandboxKit) {
    this.#prepareKit = prepareKit
  }

  warmUp(): void {
    this.#current ??= this.#launch()
    // Whoever runs something gets a new one, or the error.
    this.#current.catch(() => {})
  }

  async run(request: SandboxRequest, host: SkillHost, signal: AbortSignal): Promise<SandboxRun> {
    if (this.#closed) throw new Error('Cannot run a skill: the sandbox is closed.')
    if (this.#busy) throw new Error('Cannot run a skill: this sandbox is running one already.')
    this.#busy = true
    try {
      return await this.#run(request, host, signal)
    } finally {
      this.#busy = false
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    const processes = [this.#current, this.#spare].filter((process) => process !== null)
    for (const process of await Promise.allSettled(processes)) {
      if (process.status === 'fulfilled') process.value.kill()
    }
  }

  async #run(request: SandboxRequest, host: SkillHost, signal: AbortSignal): Promise<SandboxRun> {
    if (signal.aborted) return abortedRun(0, true)
    const modules = instrumentAll(request)
    if ('status' in modules) return modules
    const parts = { request, modules, host, gameData: this.#dataOf(request.version) }
    for (let tries = 1; ; tries++) {
      const process = await this.#processFor(host)
      const supervised = new SupervisedRun(process, parts)
      const run = await supervised.execute(signal)
      this.#retire(process, request.limits.memoryMb)
      if (!supervised.diedUnheard || tries === MOST_TRIES || this.#closed) return run
    }
  }

  /** The host is told that code computes also while a process starts, so that simulated time stands still. */
  async #processFor(host: SkillHost): Promise<SkillProcess> {
    host.computing(true)
    try {
      return await this.#process()
    } catch (error) {
      host.computing(false)
      throw error
    }
  }

  /** The process for the next run: the one of the last run if it lives, else the spare. */
  async #process(): Promise<SkillProcess> {
    const current = await this.#current?.catch(() => null)
    if (current && !current.isGone) return current
    const spare = await this.#spare?.catch(() => null)
    this.#spare = null
    this.#current = spare && !spare.isGone ? Promise.resolve(spare) : this.#launch()
    const process = await this.#current
    this.#spare = this.#launch()
    this.#spare.catch(() => {})
    return process
  }

  async #launch(): Promise<SkillProcess> {
    this.#kit ??= this.#prepareKit()
    const { command, facade } = await this.#kit
    const process = await SkillProcess.launch(command, facade)
    if (this.#closed) process.kill()
    return process
  }

  #retire(process: SkillProcess, memoryMb: number): void {
    if ((process.residentBytes() ?? 0) > KEPT_SHARE * memoryMb * MIB) process.kill()
  }

  #dataOf(version: string): GameData {
    const known = this.#gameData.get(version) ?? createGameData(version)
    this.#gameData.set(version, known)
    return known
  }
}

/** The modules with fuel woven in, or the outcome of a program that cannot be woven. */
function instrumentAll({ program }: SandboxRequest): readonly InstrumentedModule[] | SandboxRun {
  const modules: InstrumentedModule[] = []
  for (const { name, source } of program.modules) {
    try {
      modules.push(instrument(name, source))
    } catch (error) {
      return unparsable(name, error)
    }
  }
  return modules
}

function unparsable(module: string, error: unknown): SandboxRun {
  const location = error instanceof SyntaxError ? (error as SyntaxError & { loc?: Location }).loc : undefined
  return {
    status: 'threw',
    value: null,
    error: {
      message: `The skill "${module}" cannot be read as JavaScript: ${errorMessage(error)}`,
      module,
      line: location?.line ?? null,
      column: location === undefined ? null : location.column + 1,
    },
    fuelUsed: 0,
    reproducible: true,
  }
}

interface Location {
  readonly line: number
  readonly column: number
}
