import type { ProtocolClient } from './minecraft-protocol.ts'
import type { Packet } from './packet.ts'
import type { VersionProtocol } from './version-protocol.ts'

/** A logged-in client, as the game sees it. */
export class Connection {
  readonly name: string
  readonly uuid: string
  readonly #client: ProtocolClient
  readonly #protocol: VersionProtocol

  constructor(client: ProtocolClient, protocol: VersionProtocol) {
    this.name = client.username
    this.uuid = client.uuid
    this.#client = client
    this.#protocol = protocol
  }

  send(packet: Packet): void {
    if (this.isOpen) this.#client.write(packet.name, packet.params)
  }

  /** Sends bytes that were made once for several clients. */
  sendEncoded(bytes: Buffer): void {
    if (this.isOpen) this.#client.writeRaw(bytes)
  }

  /** Ends the connection; the client shows the reason. */
  close(reason: string): void {
    if (this.isOpen) this.#client.end(reason, this.#protocol.text({ text: reason }))
  }

  get isOpen(): boolean {
    return !this.#client.ended && this.#client.state === 'play'
  }

  onPacket(listener: (packet: Packet) => void): void {
    this.#client.on('packet', (params: Packet['params'], meta: { name: string }) => {
      listener({ name: meta.name, params })
    })
  }

  onClose(listener: () => void): void {
    this.#client.once('end', listener)
  }
}
