import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { entryPoint } from '../core/entry-point.ts'

/** How a skill process is started: the program, its arguments, and what the operating system adds around it. */
export interface LaunchCommand {
  readonly file: string
  readonly arguments: readonly string[]
  /** Whether it runs in user, process and network namespaces of its own. */
  readonly namespaces: boolean
  /** Whether the system kills it when this process dies. */
  readonly dieTogether: boolean
}

/** Heap of a skill process in MiB; buffers do not count, the memory watch sees them. */
const HEAP_MB = 64

/** Finds out once what this machine allows, and remembers it in the promise. */
export async function findLaunchCommand(): Promise<LaunchCommand> {
  const node = nodeArguments()
  for (const { wrapper, namespaces, dieTogether } of wrappers()) {
    if (await works([...wrapper, process.execPath, '--version'])) {
      const [file = process.execPath, ...rest] = [...wrapper, process.execPath, ...node]
      return { file, arguments: rest, namespaces, dieTogether }
    }
  }
  return { file: process.execPath, arguments: node, namespaces: false, dieTogether: false }
}

/** The lock: read access to the process's own modules and to vm2's packages, and to nothing else. */
function nodeArguments(): string[] {
  const entry = entryPoint(import.meta.url, './child/skill-process')
  const vm2 = createRequire(import.meta.url).resolve('vm2')
  const require = createRequire(vm2)
  const packages = [
    dirname(vm2),
    ...['acorn', 'acorn-walk'].map((name) => packageFolder(require.resolve(name), name)),
  ]
  return [
    '--permission',
    ...[dirname(entry), ...packages].map((folder) => `--allow-fs-read=${folder}/`),
    '--no-experimental-sqlite',
    '--disable-sigusr1',
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${HEAP_MB}`,
    entry,
    vm2,
  ]
}

/** Acorn's entry lies in `dist/`: cuts the path after the package's own name. */
function packageFolder(path: string, name: string): string {
  const marker = join('node_modules', name)
  const end = path.lastIndexOf(marker)
  return end < 0 ? dirname(path) : path.slice(0, end + marker.length)
}

interface Wrapper {
  readonly wrapper: readonly string[]
  readonly namespaces: boolean
  readonly dieTogether: boolean
}

/** What to try, best first. Only Linux has these programs. */
function wrappers(): Wrapper[] {
  if (process.platform !== 'linux') return []
  const setpriv = findProgram('setpriv')
  const unshare = findProgram('unshare')
  const bound = setpriv === null ? [] : [setpriv, '--pdeathsig', 'KILL', '--no-new-privs', '--']
  const kill = ['--net', '--pid', '--fork', '--kill-child=SIGKILL', '--']
  const tries: Wrapper[] = []
  for (const user of [['--user', '--map-current-user'], []]) {
    if (unshare === null) continue
    if (setpriv !== null) {
      tries.push({ wrapper: [...bound, unshare, ...user, ...kill], namespaces: true, dieTogether: true })
    }
    tries.push({ wrapper: [unshare, ...user, ...kill], namespaces: true, dieTogether: false })
  }
  if (setpriv !== null) tries.push({ wrapper: bound, namespaces: false, dieTogether: true })
  return tries
}

function findProgram(name: string): string | null {
  const folders = (process.env.PATH ?? '/usr/bin:/bin').split(delimiter)
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function works(command: readonly string[]): Promise<boolean> {
  const [file = '', ...rest] = command
  return new Promise((resolve) => {
    const child = spawn(file, rest, { env: {}, stdio: 'ignore' })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
}
