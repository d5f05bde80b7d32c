import { expect } from 'vitest'
import type { Json } from '../../../src/core/json.ts'
import type { SkillSandbox } from '../../../src/core/sandbox.ts'
import { ScriptedHost } from '../../support/scripted-host.ts'
import { runBody } from '../../support/skill-runs.ts'

/** Runs the body of a skill; gives the value that it returns, and fails with its error. */
export async function resultOf(
  sandbox: SkillSandbox,
  body: string,
  host: ScriptedHost = new ScriptedHost(),
): Promise<Json> {
  const run = await runBody(sandbox, body, { host })
  expect(run.error).toBeNull()
  return run.value
}
