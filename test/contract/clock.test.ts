import { afterAll } from 'vitest'
import { installVirtualClock } from '../../src/body/virtual-clock.ts'
import { ManualClock } from '../support/manual-clock.ts'
import { clockContract } from './clock.ts'

const virtual = installVirtualClock()
afterAll(() => virtual.uninstall())

clockContract('VirtualClock', () => ({
  clock: virtual,
  pass: async (work) => {
    await virtual.until(work)
  },
}))

clockContract('ManualClock', () => {
  const clock = new ManualClock()
  return { clock, pass: (_work, ticks) => clock.pass(ticks) }
})
