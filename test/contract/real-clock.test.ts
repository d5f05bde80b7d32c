import { RealClock } from '../../src/core/real-clock.ts'
import { clockContract } from './clock.ts'

// In a file of its own: the virtual clock replaces the time of its whole process.
clockContract('RealClock', () => ({
  clock: new RealClock(),
  pass: async (work) => {
    await work
  },
}))
