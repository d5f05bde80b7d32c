import { expect, test } from 'vitest'
import { KeptParts } from '../../../src/cli/compose/kept-parts.ts'
import type { SkillSandbox } from '../../../src/core/sandbox.ts'
import { ScriptedHost, untilAborted } from '../../support/scripted-host.ts'
import { runBody } from '../../support/skill-runs.ts'

/** Begins to run code that never ends by itself; resolves once it waits, to how it ends. */
async function begin(sandbox: SkillSandbox) {
  const host = new ScriptedHost({ acts: { mineBlock: untilAborted() } })
  const idle = host.idle()
  const run = runBody(sandbox, 'await mineBlock(bot, "stone")', { host })
  await Promise.race([idle, run])
  return { end: run }
}

test('KeptParts ends a sandbox that comes back while code runs in it, and lends it to nobody else', async () => {
  const parts = new KeptParts()
  const { createSandbox } = parts.of('1.21.4')
  for (const world of ['first', 'second']) {
    const sandbox = createSandbox()
    const { end } = await begin(sandbox)
    expect(parts.isComplete, world).toBe(false)
    await sandbox.close()
    await sandbox.close()
    expect(parts.isComplete, world).toBe(true)
    expect((await end).status, world).toBe('killed')
    await expect(runBody(sandbox, 'return 1')).rejects.toThrow('closed')
  }
})
