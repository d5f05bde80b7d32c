import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { HeavyFirst } from './heavy-first.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  test: {
    root,
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Loading the game's data takes longer than most files' tests: files share a process, and leave it as they found it.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: HeavyFirst },
    setupFiles: ['.config/same-properties.ts', '.config/end-file.ts'],
    // Programs that tests start read what they import from the cache that the command line keeps, too.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/kithcraft') },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
