import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { packageRoot } from '../core/package-root.ts'

/**
 * Has Node.js keep what it loads from now on in compiled form, which halves how long our processes take to start. Where the
 * folder cannot be written it goes on without.
 */
export function useCompileCache(): void {
  enableCompileCache(folder())
}

/** For the environment of our own child processes: the same cache. */
export function compileCacheEnvironment(): Readonly<Record<string, string>> {
  const { NODE_DISABLE_COMPILE_CACHE: disabled } = process.env
  return disabled === undefined ? { NODE_COMPILE_CACHE: folder() } : { NODE_DISABLE_COMPILE_CACHE: disabled }
}

/** Among the packages: it goes when they go, and is as safe as they are from other users of the machine. */
function folder(): string {
  return process.env.NODE_COMPILE_CACHE ?? join(packageRoot(), 'node_modules', '.cache', 'kithcraft')
}
