import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { compileCacheEnvironment } from '../../../src/cli/compile-cache.ts'
import { packageRoot } from '../../../src/core/package-root.ts'
import { runProcess } from '../../support/run-process.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('the command line keeps what it has compiled where the environment says', async () => {
  const folder = join(temporaryFolder(), 'cache')
  vi.stubEnv('NODE_COMPILE_CACHE', folder)
  const main = join(packageRoot(), 'src', 'cli', 'main.ts')
  const { code } = await runProcess(process.execPath, [main, 'schema'], packageRoot())
  expect(code).toBe(0)
  const [version = ''] = readdirSync(folder)
  expect(readdirSync(join(folder, version)).length).toBeGreaterThan(50)
  expect(compileCacheEnvironment()).toEqual({ NODE_COMPILE_CACHE: folder })
  vi.unstubAllEnvs()
})

test('child processes keep nothing either when the user wants no cache', () => {
  vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '1')
  expect(compileCacheEnvironment()).toEqual({ NODE_DISABLE_COMPILE_CACHE: '1' })
  vi.unstubAllEnvs()
})

test('child processes use a folder among the packages', () => {
  vi.stubEnv('NODE_COMPILE_CACHE', undefined)
  const { NODE_COMPILE_CACHE: folder } = compileCacheEnvironment()
  expect(folder).toBe(join(packageRoot(), 'node_modules', '.cache', 'kithcraft'))
  vi.unstubAllEnvs()
})
