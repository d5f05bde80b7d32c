import type { Json } from '../../src/core/json.ts'
import type { SandboxRequest, SandboxRun, SkillHost, SkillSandbox } from '../../src/core/sandbox.ts'

/** A step of a test's program: a method of the host and its parameters, or a line of chat. */
export type JsonStep = readonly ['act' | 'read', string, readonly Json[]] | readonly ['chat', string]

/** Runs programs whose only source is a JSON list of steps; the value is the list of their results. */
export class JsonSandbox implements SkillSandbox {
  async run(request: SandboxRequest, host: SkillHost, signal: AbortSignal): Promise<SandboxRun> {
    const base = { value: null, fuelUsed: 0, reproducible: true }
    try {
      const steps: readonly JsonStep[] = JSON.parse(request.program.modules[0]?.source ?? '[]')
      const value = await Promise.race([runSteps(steps, host, signal), aborted(signal)])
      return { ...base, status: 'completed', error: null, value }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      const status = signal.aborted ? 'aborted' : 'threw'
      return { ...base, status, error: { message, module: null, line: null, column: null } }
    }
  }

  async close(): Promise<void> {}
}

async function runSteps(steps: readonly JsonStep[], host: SkillHost, signal: AbortSignal): Promise<Json> {
  const results: Json[] = []
  for (const step of steps) {
    if (step[0] === 'chat') host.note({ type: 'chat', text: step[1] })
    else if (step[0] === 'read') results.push(host.read(step[1], step[2]))
    else results.push(await host.act(step[1], step[2], signal))
  }
  return results
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
