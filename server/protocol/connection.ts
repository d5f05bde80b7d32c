import type { ProtocolClient } from './minecraft-protocol.ts'
import type { Packet } from './packet.ts'
import { PacketBatch } from './packet-batch.ts'
import type { VersionProtocol } from './version-protocol.ts'

/** A logged-in client, as the game sees it. */
export class Connection {
  readonly name: string
  readonly uuid: string
  readonly #client: ProtocolClient
  readonly #protocol: VersionProtocol
  readonly #encode: (packet: Packet) => Buffer
  readonly #batch: PacketBatch
  #isClosed = false

  /** @param encode makes the framed bytes of a packet */
  constructor(client: ProtocolClient, protocol: VersionProtocol, encode: (packet: Packet) => Buffer) {
    this.name = client.username
    this.uuid = client.uuid
    this.#client = client
    this.#protocol = protocol
    this.#encode = encode
    this.#batch = new PacketBatch(client.socket)
  }

  send(packet: Packet): void {
    if (!this.isOpen) return
    try {
      this.#batch.push(this.#encode(packet))
    } catch (error) {
      this.#client.emit('error', error)
    }
  }

  /** Sends bytes that were made once for several clients. */
  sendEncoded(bytes: Buffer): void {
    if (this.isOpen) this.#batch.push(bytes)
  }

  /** Ends the connection; the client shows the reason. */
  close(reason: string): void {
    if (!this.isOpen) return
    this.#isClosed = true
    this.#batch.flush()
    this.#client.end(reason, this.#protocol.text({ text: reason }))
  }

  get isOpen(): boolean {
    return !this.#isClosed && !this.#client.ended && this.#client.state === 'play'
  }

  /** Bytes that wait for the client to read them. */
  get backlog(): number {
    return this.#client.socket.writableLength
  }

  /** What a client sends after it was told to go is not heard. */
  onPacket(listener: (packet: Packet) => void): void {
    this.#client.on('packet', (params: Packet['params'], meta: { name: string }) => {
      if (this.isOpen) listener({ name: meta.name, params })
    })
  }

  onClose(listener: () => void): void {
    this.#client.once('end', listener)
  }
}
