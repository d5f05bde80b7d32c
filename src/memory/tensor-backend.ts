import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import util from 'node:util'
import { errorMessage } from '../core/errors.ts'

/** What computes with vectors in this process. */
export interface TensorBackend {
  readonly name: 'node-gpu' | 'javascript'
  /** One line for people: what is used, and why not something faster. */
  readonly line: string
}

/** How to find and load the optional package; tests give their own. */
export interface TensorPackage {
  /** Folder of the installed package, or null. */
  folder(): string | null
  load(): Promise<unknown>
}

/**
 * Tries the optional TensorFlow package for GPUs. Never rejects. Without the package's native library, which its install
 * step fetches, nothing is loaded and the answer takes no time.
 */
export async function describeTensorBackend(
  tensorPackage: TensorPackage = installedPackage,
): Promise<TensorBackend> {
  const reason = await whyUnavailable(tensorPackage)
  if (reason === null) return { name: 'node-gpu', line: `Vectors are computed by ${PACKAGE}.` }
  return {
    name: 'javascript',
    line: `${PACKAGE} is not available (${reason}): using plain JavaScript for vectors.`,
  }
}

const PACKAGE = 'tfjs-node-gpu'
const PACKAGE_NAME = '@tensorflow/tfjs-node-gpu'

const installedPackage: TensorPackage = {
  folder: () => {
    try {
      return dirname(createRequire(import.meta.url).resolve(`${PACKAGE_NAME}/package.json`))
    } catch {
      return null
    }
  },
  load: () => import(PACKAGE_NAME),
}

async function whyUnavailable({ folder, load }: TensorPackage): Promise<string | null> {
  try {
    const path = folder()
    if (path === null) return 'it is not installed'
    if (!hasNativeLibrary(path)) return 'its native library was not fetched'
    restoreRemovedFunction()
    await load()
    return null
  } catch (error) {
    return shortened(errorMessage(error))
  }
}

/** The binding lies in a folder for the version of Node's native interface. */
function hasNativeLibrary(folder: string): boolean {
  const library = join(folder, 'lib')
  if (!existsSync(library)) return false
  const versions = readdirSync(library).filter((name) => name.startsWith('napi-'))
  return versions.some((version) => existsSync(join(library, version, 'tfjs_binding.node')))
}

/** The package calls a function of `node:util` that newer versions of Node no longer have. */
function restoreRemovedFunction(): void {
  if ('isNullOrUndefined' in util) return
  Object.defineProperty(util, 'isNullOrUndefined', {
    value: (value: unknown) => value === null || value === undefined,
    configurable: true,
  })
}

function shortened(message: string): string {
  const line = (message.split('\n', 1)[0] ?? '').trim()
  return line.length > 120 ? `${line.slice(0, 117)}...` : line
}
