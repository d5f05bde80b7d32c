import { Worker } from 'node:worker_threads'
import { assertNever } from '../../core/assert-never.ts'
import type { Embedder } from '../../core/embedder.ts'
import { entryPoint } from '../../core/entry-point.ts'
import { errorMessage, InfrastructureError } from '../../core/errors.ts'
import { type EmbeddingReply, embeddingReplySchema } from './embedding-messages.ts'

/** Names the model where vectors are kept; another model or version has another name. */
export const LOCAL_MODEL = 'use-lite-en-0.2.0'

/**
 * An embedder on this machine, without network: the sentence model in a thread of its own, which starts with the first
 * text. One may serve all agents of a team.
 */
export class LocalEmbedder implements Embedder {
  readonly model = LOCAL_MODEL
  readonly #log: (line: string) => void
  readonly #pending = new Map<number, PromiseWithResolvers<readonly Float32Array[]>>()
  #worker: Worker | null = null
  #requests = 0

  /** @param log is told once which backend computes */
  constructor(log: (line: string) => void = () => {}) {
    this.#log = log
  }

  embed(texts: readonly string[]): Promise<readonly Float32Array[]> {
    if (texts.length === 0) return Promise.resolve([])
    this.#worker ??= this.#start()
    const id = this.#requests++
    const answer = Promise.withResolvers<readonly Float32Array[]>()
    this.#pending.set(id, answer)
    this.#worker.ref()
    this.#worker.postMessage({ id, texts: [...texts] })
    return answer.promise
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    this.#failAll('it was closed')
    await worker?.terminate()
  }

  #start(): Worker {
    // What TensorFlow.js prints is for its own developers.
    const worker = new Worker(entryPoint(import.meta.url, './embedding-worker'), {
      env: {},
      stdout: true,
      stderr: true,
    })
    worker.on('message', (message) => this.#receive(embeddingReplySchema.parse(message)))
    worker.on('error', (error) => this.#failAll(errorMessage(error)))
    worker.on('exit', () => {
      if (this.#worker !== worker) return
      this.#worker = null
      this.#failAll('its thread ended')
    })
    return worker
  }

  #receive(reply: EmbeddingReply): void {
    switch (reply.type) {
      case 'ready':
        this.#log(reply.line)
        break
      case 'broken':
        this.#failAll(reply.reason)
        break
      case 'vectors':
        this.#settle(reply.id, (answer) => answer.resolve(reply.vectors))
        break
      case 'failed':
        this.#settle(reply.id, (answer) => answer.reject(failure(reply.reason)))
        break
      default:
        assertNever(reply)
    }
  }

  #settle(id: number, end: (answer: PromiseWithResolvers<readonly Float32Array[]>) => void): void {
    const answer = this.#pending.get(id)
    this.#pending.delete(id)
    // An idle thread keeps no process alive.
    if (this.#pending.size === 0) this.#worker?.unref()
    if (answer !== undefined) end(answer)
  }

  #failAll(reason: string): void {
    for (const id of [...this.#pending.keys()]) this.#settle(id, (answer) => answer.reject(failure(reason)))
  }
}

function failure(reason: string): InfrastructureError {
  return new InfrastructureError(`Cannot compare memories by meaning: ${reason}`)
}
