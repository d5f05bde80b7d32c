import type { EventEmitter } from 'node:events'
import type { Duplex } from 'node:stream'
import protocol from 'minecraft-protocol'
import type { PacketWriter } from '../../src/core/encode-packet.ts'
import type { CompiledTypes } from '../../src/core/quick-packets.ts'
import type { PacketReader } from '../../src/core/read-packet.ts'

/** The parts of minecraft-protocol's server that we use, typed by hand: its own types leave most of them open. */
export interface ProtocolServer extends EventEmitter {
  /** Writes packets of the play state; what it makes can be sent to many clients. */
  readonly serializer: { readonly proto: PacketWriter & CompiledTypes }
  /** Takes over a byte stream as a new connection. */
  accept(stream: Duplex): void
}

/** One connection as minecraft-protocol's server sees it. */
export interface ProtocolClient extends EventEmitter {
  state: string
  username: string
  uuid: string
  protocolVersion: number
  readonly ended: boolean
  readonly socket: Duplex
  write(name: string, params: unknown): void
  end(reason: string, encodedReason?: unknown): void
  setCompressionThreshold(threshold: number): void
  /** Cuts the stream into packets. */
  readonly splitter: PacketSplitter
  /** Null: the server compresses nothing. */
  readonly compressor: unknown
  /** Reads packets of the present state. */
  readonly deserializer: PacketReader['deserializer'] & { readonly proto: TypeReader & CompiledTypes }
}

/** The transform stream that gets what comes over the wire and gives the bytes of one packet after the other. */
export interface PacketSplitter {
  readonly recognizeLegacyPing: boolean
  readonly readableLength: number
  readonly writableLength: number
  readonly destroyed: boolean
  destroy(error: Error): void
  push(packet: Buffer): void
  _transform(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void
}

/** A function of protodef that reads a value from a place on. */
type ReadFunction = (buffer: Buffer, offset: number) => { readonly value: unknown; readonly size: number }

/** The part of protodef that reads packets: its functions by the names of the types. */
export interface TypeReader {
  readonly readCtx: Record<string, ReadFunction>
}

export interface ProtocolServerOptions {
  readonly version: string
  readonly maxPlayers: number
  readonly motd: string
  readonly beforeLogin: (client: ProtocolClient) => void
  /** Registries that clients get before they join; the library's own where undefined. */
  readonly registryCodec: unknown
  /** What a server list is told; may change the library's answer. */
  readonly beforePing: (response: StatusResponse) => StatusResponse
  readonly errorHandler: (client: ProtocolClient, error: Error) => void
}

/** The answer to a server list, as far as we set it. */
export interface StatusResponse {
  readonly players: StatusPlayers
}

export interface StatusPlayers {
  readonly max: number
  readonly online: number
  /** Some of those who are here, by name. */
  readonly sample: readonly { readonly name: string; readonly id: string }[]
}

interface RawServer extends ProtocolServer {
  listen(): void
  readonly version: string
  readonly customPackets: unknown
}

type ServerClass = new (version: string, customPackets: unknown, hideErrors: boolean) => RawServer
type ClientClass = new (
  isServer: boolean,
  version: string,
  customPackets: unknown,
  hideErrors: boolean,
) => ProtocolClient & { setSocket(stream: Duplex): void }

const BaseServer = protocol.Server as unknown as ServerClass
const Client = protocol.Client as unknown as ClientClass
const createServer = protocol.createServer as unknown as (options: unknown) => ProtocolServer

/**
 * Creates the protocol side of a server that opens no port of its own: hand streams to `accept`. Emits `connection`
 * with a ProtocolClient before it is logged in and `playerJoin` with one that has reached the play state.
 */
export function createProtocolServer(options: ProtocolServerOptions): ProtocolServer {
  return createServer({
    ...options,
    Server: StreamServer,
    'online-mode': false,
    keepAlive: false,
    // Plugin channels are not used; checking their definitions takes 200 ms per client.
    validateChannelProtocol: false,
    hideErrors: true,
  })
}

/** Replaces the listening part of the library's server, so that streams of any origin can be accepted. */
class StreamServer extends BaseServer {
  override listen(): void {}

  override accept(stream: Duplex): void {
    const client = new Client(true, this.version, this.customPackets, true)
    const endStream = client.end.bind(client)
    client.end = (reason, encodedReason) => {
      if (client.state === 'play') client.write('kick_disconnect', { reason: encodedReason })
      if (client.state === 'login') client.write('disconnect', { reason: JSON.stringify({ text: reason }) })
      endStream(reason)
    }
    client.setSocket(stream)
    this.emit('connection', client)
  }
}
