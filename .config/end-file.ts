import { afterAll } from 'vitest'
import { endFile } from '../test/support/when-file-ends.ts'

// Files share a process: what one of them kept for its tests is not there for the next.
afterAll(endFile)
