import { createGameServer, type GameServer } from '../../server/game-server.ts'
import { checkWorldDefinition } from '../../server/world/world-definition.ts'
import { LocalBody } from '../../src/body/local-body.ts'
import type { VirtualClock } from '../../src/body/virtual-clock.ts'
import type { AttemptRequest, BodyEvent } from '../../src/core/body.ts'
import type { Json } from '../../src/core/json.ts'
import type { KnowledgeBook } from '../../src/core/knowledge.ts'
import type { PrimitiveResult } from '../../src/core/primitive-result.ts'
import type { SandboxRun, SkillHost, SkillSandbox } from '../../src/core/sandbox.ts'
import { sharedRegistry } from './shared-registry.ts'

/** What a test has a skill do, in this process: reads and acts straight on the host. */
export type Script = (host: SkillHost, signal: AbortSignal) => Promise<Json>

/** Runs the next script instead of code; several attempts at once take theirs in the order in which they were made. */
export class ScriptedSandbox implements SkillSandbox {
  readonly #scripts: Script[] = []

  next(script: Script): void {
    this.#scripts.push(script)
  }

  async run(_request: unknown, host: SkillHost, signal: AbortSignal): Promise<SandboxRun> {
    const script = this.#scripts.shift()
    if (script === undefined) throw new Error('The test started an attempt without a script.')
    const base = { value: null, fuelUsed: 0, reproducible: true }
    try {
      const value = await Promise.race([script(host, signal), aborted(signal)])
      return { ...base, status: 'completed', error: null, value }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      const status = signal.aborted ? 'aborted' : 'threw'
      return { ...base, status, error: { message, module: null, line: null, column: null } }
    }
  }

  async close(): Promise<void> {}
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

/** A bot body on a server in this process, under simulated time. */
export interface BodyWorld {
  readonly clock: VirtualClock
  readonly server: GameServer
  readonly body: LocalBody
  readonly events: BodyEvent[]
  /** Runs the script as an attempt of the agent, while time passes. */
  attempt(agent: string, script: Script, options?: AttemptOptions): ReturnType<LocalBody['attempt']>
  /** Runs one act as an attempt of its own. */
  act(
    agent: string,
    method: string,
    parameters: readonly Json[],
    options?: AttemptOptions,
  ): Promise<PrimitiveResult>
  /** Reads one value in an attempt of its own. */
  read(agent: string, method: string, parameters?: readonly Json[], options?: AttemptOptions): Promise<Json>
  close(): Promise<void>
}

export interface AttemptOptions {
  readonly knowledge?: KnowledgeBook
  readonly ticks?: number
  readonly signal?: AbortSignal
  readonly gameChat?: boolean
}

/** In columns: a little farther than control primitives look for blocks. */
const VIEW_DISTANCE = 3

export interface BodyWorldOptions {
  readonly clock: VirtualClock
  readonly version?: '1.21.4' | '1.20.1'
  readonly world?: object
  readonly seed?: number
  readonly maxPlayers?: number
}

export async function createBodyWorld(options: BodyWorldOptions): Promise<BodyWorld> {
  const { clock } = options
  const version = options.version ?? '1.21.4'
  const server = createGameServer({
    version,
    registry: sharedRegistry(version),
    viewDistance: VIEW_DISTANCE,
    world: checkWorldDefinition({ name: 'test', generator: { type: 'flat' }, ...options.world }, 'test'),
    seed: options.seed ?? 1,
    operators: [],
    maxPlayers: options.maxPlayers ?? 20,
    onProblem: (problem) => console.error(problem),
  })
  server.start()
  const sandbox = new ScriptedSandbox()
  const events: BodyEvent[] = []
  const body = new LocalBody({
    address: { host: 'memory', port: 25565, version, auth: 'offline' },
    link: { connect: () => server.connect(), watch: (counter) => clock.watch(counter) },
    clock,
    createSandbox: () => sandbox,
  })
  body.onEvent((event) => events.push(event))
  const attempt: BodyWorld['attempt'] = (agent, script, settings = {}) => {
    sandbox.next(script)
    const signal = settings.signal ?? new AbortController().signal
    return clock.until(body.attempt(requestOf(agent, settings), signal))
  }
  return {
    clock,
    server,
    body,
    events,
    attempt,
    act: async (agent, method, parameters, settings) => {
      const outcome = await attempt(
        agent,
        async (host, signal) => host.act(method, parameters, signal),
        settings,
      )
      if (outcome.status !== 'completed') throw new Error(outcome.error?.message ?? outcome.status)
      return outcome.value as PrimitiveResult
    },
    read: async (agent, method, parameters = [], settings) => {
      const outcome = await attempt(agent, async (host) => host.read(method, parameters), settings)
      if (outcome.status !== 'completed') throw new Error(outcome.error?.message ?? outcome.status)
      return outcome.value
    },
    close: async () => {
      await clock.until(body.close())
      await clock.until(server.close())
    },
  }
}

let attempts = 0

function requestOf(agent: string, options: AttemptOptions): AttemptRequest {
  return {
    agent,
    attempt: `attempt-${++attempts}`,
    program: { entry: 'test', arguments: [], modules: [{ name: 'test', source: '' }] },
    knowledge: options.knowledge ?? { scope: 'full' },
    limits: { ticks: options.ticks ?? 20_000, fuel: 1_000_000, turnMs: 5000, memoryMb: 256 },
    seed: 'test',
    gameChat: options.gameChat ?? false,
  }
}
