import { defineConfig } from 'vitest/config'
import { HeavyFirst } from './heavy-first.ts'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Loading the game's data takes longer than most files' tests: files share a process, and leave it as they found it.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: HeavyFirst },
    setupFiles: ['.config/same-properties.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
