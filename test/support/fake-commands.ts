import { join } from 'node:path'
import { runCommandLine } from '../../src/cli/command-line.ts'
import type { RunHandle, RunOptions, RunResult } from '../../src/cli/compose/run-handle.ts'
import type { CommandParts } from '../../src/cli/describe/command-parts.ts'
import { openFileJournal } from '../../src/record/file-journal.ts'
import { FakeCommandIo } from './fake-command-io.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Parts that no command of the test should start. */
export const noParts: CommandParts = {
  startRun: () => Promise.reject(new Error('No run was expected')),
  runSkill: () => Promise.reject(new Error('No skill was expected')),
  makeGame: () => Promise.reject(new Error('No game was expected')),
  openEpisodes: () => {
    throw new Error('No study was expected')
  },
  startModelServer: () => Promise.reject(new Error('No model server was expected')),
  doctorChecks: () => [],
}

/** Runs a command to its end. */
export async function command(words: readonly string[], parts: Partial<CommandParts>) {
  const io = new FakeCommandIo()
  const code = await runCommandLine(words, { ...noParts, ...parts }, io)
  return { code, io }
}

/** A run that lies in a folder of its own and has finished, or finishes when it is stopped. */
export class FakeRun {
  readonly directory = temporaryFolder()
  readonly journal = openFileJournal(join(this.directory, 'journal.jsonl'))
  readonly result = Promise.withResolvers<RunResult>()
  readonly started = Promise.withResolvers<void>()
  readonly stops: string[] = []
  options: RunOptions | null = null
  pageUrl: string | null = null
  #over = false

  constructor(reached: boolean | null) {
    this.reached = reached
  }

  readonly reached: boolean | null

  readonly start = async (options: RunOptions): Promise<RunHandle> => {
    this.options = options
    const { directory, journal, pageUrl } = this
    journal.append({ type: 'run-started', run: 'run-1', team: {}, goal: options.team.goal }, null, 0)
    if (this.reached !== null) this.#end({ reached: this.reached, reason: 'That is how it went.' })
    setImmediate(this.started.resolve)
    return { directory, journal, pageUrl, control: null, finished: this.result.promise, stop: this.stop }
  }

  readonly stop = async (reason: string) => {
    this.stops.push(reason)
    this.#end({ reached: false, reason })
  }

  #end(result: RunResult): void {
    if (!this.#over) this.journal.append({ type: 'run-ended', ...result }, null, 100)
    this.#over = true
    this.result.resolve(result)
  }
}
