import type { ChildProcess } from 'node:child_process'
import * as z from 'zod'
import { entryPoint } from '../../core/entry-point.ts'
import { type EpisodeMeasures, episodeMeasuresSchema } from '../../study/episode-measures.ts'
import { endProcess, startProcess } from './child-process.ts'
import type { EpisodeMessage } from './episode-process.ts'

/** A run to be measured. */
export type EpisodeOrder = Omit<EpisodeMessage, 'type'>

/** How a run ended. */
export type EpisodeEnd =
  | { readonly measures: EpisodeMeasures; readonly error: null }
  | { readonly measures: null; readonly error: string }

/** Runs episodes. A pool of processes in the program, a fake in tests. */
export interface EpisodeRunner {
  run(order: EpisodeOrder): Promise<EpisodeEnd>
  close(): Promise<void>
}

const replySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('measured'), id: z.string(), measures: episodeMeasuresSchema }),
  z.strictObject({ type: z.literal('failed'), id: z.string(), reason: z.string() }),
])

/** Processes that run episodes, each one at a time. A process that dies costs its episode and is replaced. */
export class EpisodePool implements EpisodeRunner {
  readonly #idle: ChildProcess[] = []
  readonly #all = new Set<ChildProcess>()

  async run(order: EpisodeOrder): Promise<EpisodeEnd> {
    const child = this.#idle.pop() ?? this.#start()
    const end = await reply(child, order)
    if (child.exitCode === null && child.signalCode === null) this.#idle.push(child)
    else this.#all.delete(child)
    return end
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((child) => endProcess(child)))
  }

  #start(): ChildProcess {
    const child = startProcess(entryPoint(import.meta.url, './episode-process'), {})
    this.#all.add(child)
    return child
  }
}

function reply(child: ChildProcess, order: EpisodeOrder): Promise<EpisodeEnd> {
  return new Promise((resolve) => {
    const end = (result: EpisodeEnd) => {
      child.off('exit', onExit).off('message', onMessage)
      resolve(result)
    }
    const onExit = (code: number | null, signal: string | null) =>
      end({ measures: null, error: `Its process ended (${signal ?? `exit code ${code}`}).` })
    const onMessage = (message: unknown) => {
      const parsed = replySchema.safeParse(message)
      if (!parsed.success || parsed.data.id !== order.id) return
      if (parsed.data.type === 'failed') end({ measures: null, error: parsed.data.reason })
      else end({ measures: parsed.data.measures, error: null })
    }
    child.on('message', onMessage).once('exit', onExit)
    child.send({ type: 'episode', ...order })
  })
}
