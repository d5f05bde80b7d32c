import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import util from 'node:util'
import { errorMessage } from '../../core/errors.ts'

/** What computes with vectors in this process. */
export interface TensorBackend {
  readonly name: TensorBackendName
  /** One line for people: what is used, and why not something faster. */
  readonly line: string
}

export type TensorBackendName = 'node-gpu' | 'wasm' | 'javascript'

/** One way to compute, and how to get it going; tests give their own. */
export interface TensorChoice {
  readonly name: TensorBackendName
  /** What people call it. */
  readonly label: string
  /** Makes TensorFlow.js compute that way. Rejects or gives a reason where it cannot. */
  start(): Promise<string | null>
}

/** How to find and load the optional package; tests give their own. */
export interface TensorPackage {
  /** Folder of the installed package, or null. */
  folder(): string | null
  load(): Promise<unknown>
}

/**
 * Makes TensorFlow.js compute by the fastest way that works here: on a graphics card, in WebAssembly or in plain
 * JavaScript. Each is tried on a small product first. Rejects only when none works.
 */
export async function startTensorBackend(
  choices: readonly TensorChoice[] = tensorChoices(),
): Promise<TensorBackend> {
  const reasons: string[] = []
  for (const { name, label, start } of choices) {
    const reason = await start().catch((error: unknown) => shortened(errorMessage(error)))
    if (reason === null) {
      return { name, line: [...reasons, `Vectors are computed by ${label}.`].join(' ') }
    }
    reasons.push(`${label} is not available (${reason}).`)
  }
  throw new Error(`Nothing here can compute with vectors. ${reasons.join(' ')}`)
}

/**
 * What `startTensorBackend` will most likely choose, in one line, without starting anything that takes time: only the
 * optional package is loaded, where it has its native library. Never rejects.
 */
export async function foreseeTensorBackend(tensorPackage: TensorPackage = installedPackage): Promise<string> {
  const reason = await whyUnavailable(tensorPackage).catch((error: unknown) => shortened(errorMessage(error)))
  return reason === null
    ? `Vectors are computed by ${PACKAGE}.`
    : `${PACKAGE} is not available (${reason}). Vectors are computed by WebAssembly.`
}

/** Fastest first. */
export function tensorChoices(tensorPackage: TensorPackage = installedPackage): readonly TensorChoice[] {
  return [
    { name: 'node-gpu', label: PACKAGE, start: () => startPackage(tensorPackage) },
    { name: 'wasm', label: 'WebAssembly', start: startWasm },
    { name: 'javascript', label: 'plain JavaScript', start: startJavaScript },
  ]
}

const PACKAGE = 'tfjs-node-gpu'
const PACKAGE_NAME = '@tensorflow/tfjs-node-gpu'

const installedPackage: TensorPackage = {
  folder: () => packageFolder(PACKAGE_NAME),
  load: () => import(PACKAGE_NAME),
}

/** Folder of an installed package; null where it is not installed. */
export function packageFolder(name: string): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  } catch {
    return null
  }
}

async function startPackage(tensorPackage: TensorPackage): Promise<string | null> {
  return (await whyUnavailable(tensorPackage)) ?? use('tensorflow')
}

/** Without the native library, which its install step fetches, nothing is loaded and the answer takes no time. */
async function whyUnavailable({ folder, load }: TensorPackage): Promise<string | null> {
  const path = folder()
  if (path === null) return 'it is not installed'
  if (!hasNativeLibrary(path)) return 'its native library was not fetched'
  restoreRemovedFunction()
  await load()
  return null
}

async function startWasm(): Promise<string | null> {
  const { setWasmPaths, setThreadsCount } = await import('@tensorflow/tfjs-backend-wasm')
  const folder = packageFolder('@tensorflow/tfjs-backend-wasm')
  if (folder === null) return 'it is not installed'
  setWasmPaths(join(folder, 'dist', '/'))
  // Sums must not depend on how work is divided.
  setThreadsCount(1)
  return use('wasm')
}

async function startJavaScript(): Promise<string | null> {
  await import('@tensorflow/tfjs-backend-cpu')
  return use('cpu')
}

/** Takes the backend into use when it multiplies correctly. */
async function use(backend: string): Promise<string | null> {
  const { setBackend, tensor2d, matMul, tidy } = await import('@tensorflow/tfjs-core')
  if (!(await setBackend(backend))) return 'it did not start'
  const product = tidy(() => [...matMul(tensor2d([[1, 2]]), tensor2d([[3], [4]])).dataSync()])
  return product[0] === 11 ? null : 'it computes wrongly'
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
