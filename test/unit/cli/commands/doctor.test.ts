import { describe, expect, it } from 'vitest'
import { command } from '../../../support/fake-commands.ts'

describe('kithcraft doctor', () => {
  it('prints a line for each check and exits with 3 when one failed', async () => {
    const doctorChecks = () => [
      { name: 'one', look: async () => ({ status: 'ok' as const, text: 'fine' }) },
      { name: 'three', look: () => Promise.reject(new Error('it broke')) },
    ]
    const { code, io } = await command(['doctor'], { doctorChecks })
    expect(code).toBe(3)
    expect(io.outLines).toEqual(['ok       one    fine', 'failed   three  it broke'])
    const json = await command(['doctor', '--json'], { doctorChecks })
    expect(JSON.parse(json.io.stdout)).toMatchObject({
      ok: false,
      checks: [{ name: 'one' }, { name: 'three' }],
    })
  })
})
