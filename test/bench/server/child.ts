import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { BotSettings, ChildMessage, GameSettings } from './messages.ts'

/** A process of this benchmark. */
export class Child {
  readonly #process: ChildProcess

  constructor(module: string, settings: GameSettings | BotSettings, nodeOptions: readonly string[] = []) {
    this.#process = fork(join(import.meta.dirname, module), [JSON.stringify(settings)], {
      execArgv: ['--disable-sigusr1', '--expose-gc', ...nodeOptions],
      serialization: 'advanced',
    })
  }

  /** The next message of that type. Rejects when the process ends before. */
  next<Type extends ChildMessage['type']>(type: Type): Promise<Extract<ChildMessage, { type: Type }>> {
    return new Promise((resolve, reject) => {
      const receive = (message: ChildMessage) => {
        if (message.type !== type) return
        this.#process.off('message', receive)
        this.#process.off('exit', fail)
        resolve(message as Extract<ChildMessage, { type: Type }>)
      }
      const fail = (code: number | null) =>
        reject(new Error(`A process of the benchmark ended with ${code}.`))
      this.#process.on('message', receive)
      this.#process.once('exit', fail)
    })
  }

  /** Asks for figures and waits for them. */
  ask<Type extends 'figures' | 'bot-figures'>(type: Type): Promise<Extract<ChildMessage, { type: Type }>> {
    const answer = this.next(type)
    this.#process.send('report')
    return answer
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve))
    this.#process.disconnect()
    await ended
  }
}
