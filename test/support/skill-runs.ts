import type { Json } from '../../src/core/json.ts'
import type { SandboxRequest, SandboxRun, SkillHost, SkillSandbox } from '../../src/core/sandbox.ts'
import { ScriptedHost } from './scripted-host.ts'

export interface RunOptions {
  readonly host?: SkillHost
  readonly arguments?: readonly Json[]
  /** Sources of other modules by name. */
  readonly modules?: Readonly<Record<string, string>>
  readonly limits?: Partial<SandboxRequest['limits']>
  readonly seed?: string
  readonly signal?: AbortSignal
}

const LIMITS = { ticks: 1200, fuel: 100_000, turnMs: 10_000, memoryMb: 300 }

/** Runs source that defines the skill function `go`. */
export function runSkill(
  sandbox: SkillSandbox,
  source: string,
  options: RunOptions = {},
): Promise<SandboxRun> {
  const others = Object.entries(options.modules ?? {}).map(([name, code]) => ({ name, source: code }))
  const request: SandboxRequest = {
    program: {
      entry: 'go',
      arguments: [...(options.arguments ?? [])],
      modules: [{ name: 'go', source }, ...others],
    },
    limits: { ...LIMITS, ...options.limits },
    seed: options.seed ?? 'seed',
    version: '1.21.4',
  }
  return sandbox.run(
    request,
    options.host ?? new ScriptedHost(),
    options.signal ?? new AbortController().signal,
  )
}

/** The body of `async function go(bot, first, second)`. */
export function runBody(sandbox: SkillSandbox, body: string, options: RunOptions = {}): Promise<SandboxRun> {
  return runSkill(sandbox, `async function go(bot, first, second) {\n${body}\n}`, options)
}
