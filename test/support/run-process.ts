import { type ChildProcess, spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { packageRoot } from '../../src/core/package-root.ts'

export interface ProcessResult {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end. */
export function runProcess(
  command: string,
  words: readonly string[],
  folder: string,
): Promise<ProcessResult> {
  return collect(
    spawn(command, words, { cwd: folder, env: plainEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] }),
  )
}

/** Runs the command line of this repository to its end. */
export function runKithcraft(words: readonly string[], folder = packageRoot()): Promise<ProcessResult> {
  return collect(startKithcraft(words, folder))
}

/** Starts the command line of this repository; it is killed when the test has finished. */
export function startKithcraft(words: readonly string[], folder = packageRoot()): ChildProcess {
  const main = join(packageRoot(), 'src', 'cli', 'main.ts')
  const child = spawn(process.execPath, ['--disable-sigusr1', main, ...words], {
    cwd: folder,
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** The output of the process once it has ended. */
export function collect(child: ChildProcess): Promise<ProcessResult> {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** Resolves with the match once the process has printed it; rejects when it ends before. */
export function whenPrinted(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = ''
    const look = (more: string) => {
      text += more
      const match = pattern.exec(text)
      if (match !== null) resolve(match)
    }
    child.stdout?.on('data', (data) => look(String(data)))
    child.stderr?.on('data', (data) => look(String(data)))
    child.once('close', () => reject(new Error(`It ended without printing ${pattern}:\n${text}`)))
  })
}

/**
 * As a person's terminal has it: without what npm and vitest add, such as the Node.js of this repository on the path, or
 * the command that npm was called with.
 */
function plainEnvironment(): NodeJS.ProcessEnv {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const added = /^(npm_(?!config_(registry|cache|userconfig)$)|VITEST|NODE_OPTIONS|NODE_ENV)/
  const kept = Object.entries(process.env).filter(([name]) => !added.test(name))
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) }
}
