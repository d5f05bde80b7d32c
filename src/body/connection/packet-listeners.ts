import type { ReadPacket } from './shared-packets.ts'

type PacketListener = (params: unknown, metadata: object) => void

/** A client of the protocol library, as far as it is an event emitter. */
export interface ListenedClient {
  on(event: 'newListener' | 'removeListener', listener: (event: string | symbol) => void): unknown
  eventNames(): readonly (string | symbol)[]
  rawListeners(event: string): readonly unknown[]
}

/** Those who listen for packets of the game by name: asked for once, until somebody begins or ends to listen. */
export class PacketListeners {
  readonly #client: ListenedClient
  readonly #byName = new Map<string | symbol, readonly PacketListener[]>()
  #areForAll: boolean

  constructor(client: ListenedClient) {
    this.#client = client
    this.#areForAll = client.eventNames().some(isForAll)
    client.on('newListener', (event) => {
      this.#byName.delete(event)
      this.#areForAll ||= isForAll(event)
    })
    client.on('removeListener', (event) => this.#byName.delete(event))
  }

  /** Whether somebody listens, or has listened, to all packets, whatever their names. */
  get areForAll(): boolean {
    return this.#areForAll
  }

  /** Hands the packet to those who listen, as the client would. */
  tell({ name, params, size }: ReadPacket): void {
    let listeners = this.#byName.get(name)
    if (listeners === undefined) {
      listeners = this.#client.rawListeners(name) as PacketListener[]
      this.#byName.set(name, listeners)
    }
    const metadata = { size, name, state: 'play' }
    for (const listener of listeners) listener.call(this.#client, params, metadata)
  }
}

/** Events that the library emits for every packet, whatever its name. */
function isForAll(event: string | symbol): boolean {
  return event === 'packet' || (typeof event === 'string' && /^raw(\.|$)/.test(event))
}
