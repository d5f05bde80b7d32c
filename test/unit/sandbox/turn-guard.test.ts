import { expect, test } from 'vitest'
import type { SkillProcess } from '../../../src/sandbox/skill-process.ts'
import { TurnGuard } from '../../../src/sandbox/turn-guard.ts'

const TURN_MS = 10

test('a turn that is over its time ends once the process has spent it, not while a busy machine keeps it waiting', async () => {
  const spent = [0, 0, 0, TURN_MS / 2 - 1, TURN_MS / 2 - 1, TURN_MS / 2]
  let looks = 0
  const reason = await overrunOf(() => spent[Math.min(looks++, spent.length - 1)] ?? 0)
  expect(reason).toContain('computed for more than 10 ms')
  expect(looks).toBeGreaterThanOrEqual(spent.length)
})

test('a turn ends at last when nothing seems to be computed at all', async () => {
  const start = performance.now()
  expect(await overrunOf(() => 0)).toContain('computed for more than 10 ms')
  expect(performance.now() - start).toBeGreaterThanOrEqual(10 * TURN_MS)
})

test('a turn ends by the clock where the system does not say what was computed', async () => {
  expect(await overrunOf(() => null)).toContain('computed for more than 10 ms')
})

/** Why a guard ends the turn of a process that has spent so much processor time, in milliseconds. */
function overrunOf(cpuMs: () => number | null): Promise<string> {
  const process = { cpuMs, residentBytes: () => 0 } as unknown as SkillProcess
  return new Promise((resolve) => {
    const limits = { ticks: 1, fuel: 1, turnMs: TURN_MS, memoryMb: 1 }
    const guard = new TurnGuard(process, limits, (reason) => {
      guard.stop()
      resolve(reason)
    })
    guard.start()
  })
}
