import { createServer, type Server as NetServer, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { encodePacket } from '../../src/core/encode-packet.ts'
import { errorMessage, InfrastructureError } from '../../src/core/errors.ts'
import { quickenPackets } from '../../src/core/quick-packets.ts'
import { Connection } from './connection.ts'
import { ConnectionWatch } from './connection-watch.ts'
import { guardReading } from './guard-client.ts'
import { type Admission, guardLogin } from './login-gate.ts'
import { createDuplexPair } from './memory-duplex.ts'
import {
  createProtocolServer,
  type ProtocolClient,
  type ProtocolServer,
  type StatusPlayers,
} from './minecraft-protocol.ts'
import type { Packet } from './packet.ts'
import type { VersionProtocol } from './version-protocol.ts'

export interface TransportOptions {
  readonly protocol: VersionProtocol
  readonly maxPlayers: number
  readonly admit: Admission
  /** Those who are here, for server lists. */
  readonly population: () => StatusPlayers
  /** Called with each connection that has reached the play state. */
  readonly onJoin: (connection: Connection) => void
  /** Called with what clients and the protocol library got wrong; the connection in question is closed already. */
  readonly onProblem: (problem: string) => void
}

const UNREADABLE = 'The server could not read a packet of yours and closed the connection.'
/** Turns of the event loop that clients have to close their end. */
const PARTING_TURNS = 2000

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Brings clients to the game, over TCP or from inside the process, and packets to clients. */
export class Transport {
  readonly #server: ProtocolServer
  readonly #streams = new Set<Duplex>()
  readonly #watch: ConnectionWatch
  #tcp: NetServer | null = null

  constructor(options: TransportOptions) {
    this.#watch = new ConnectionWatch(options.onProblem)
    this.#server = createProtocolServer({
      version: options.protocol.version,
      maxPlayers: options.maxPlayers,
      motd: 'Kithcraft',
      registryCodec: options.protocol.registryCodec,
      beforePing: (response) => ({ ...response, players: options.population() }),
      // Compression runs in a thread pool, so it would make the order of events depend on the machine.
      beforeLogin: withoutCompression,
      errorHandler: (client, error) => this.#fail(client, error, options),
    })
    quickenPackets(this.#server.serializer.proto)
    this.#server.on('connection', (client: ProtocolClient) => {
      this.#watch.watch(client.socket, client)
      guardReading(client, this.#watch.packetRule())
      guardLogin(client, options.protocol, options.admit)
    })
    this.#server.on('playerJoin', (client: ProtocolClient) => {
      options.onJoin(new Connection(client, options.protocol, (packet) => this.encode(packet)))
    })
  }

  /**
   * Opens a TCP port; 0 takes any free one.
   *
   * @returns the port
   * @throws InfrastructureError when the port cannot be opened
   */
  listen(host: string, port: number): Promise<number> {
    const tcp = createServer((socket: Socket) => {
      socket.setNoDelay(true)
      this.#accept(socket)
    })
    this.#tcp = tcp
    return new Promise((resolve, reject) => {
      tcp.once('error', (error) => reject(portFailure(host, port, error)))
      tcp.listen(port, host, () => {
        const address = tcp.address()
        resolve(typeof address === 'object' && address !== null ? address.port : port)
      })
    })
  }

  /** Opens a connection inside the process and gives the client's end. */
  connect(): Duplex {
    const [client, server] = createDuplexPair()
    this.#accept(server)
    return client
  }

  /** Lets a tick pass: clients that are too slow have to go. */
  tick(): void {
    this.#watch.tick()
  }

  /** Connections that are open, whatever their state. */
  get connectionCount(): number {
    return this.#streams.size
  }

  /** The packet as the framed bytes that `Connection.sendEncoded` takes. */
  encode(packet: Packet): Buffer {
    return encodePacket(this.#server.serializer.proto, packet)
  }

  /** Closes the port and all connections. */
  async close(): Promise<void> {
    const tcp = this.#tcp
    this.#tcp = null
    const closed = tcp === null ? Promise.resolve() : new Promise((resolve) => tcp.close(resolve))
    for (const stream of this.#streams) stream.end()
    await this.#partings()
    for (const stream of this.#streams) stream.destroy()
    await closed
  }

  /** Gives clients the time to say goodbye, so that none sees its connection reset. Free of timers, which may be fake. */
  async #partings(): Promise<void> {
    for (let turn = 0; turn < PARTING_TURNS && this.#streams.size > 0; turn++) await nextTurn()
  }

  #accept(stream: Duplex): void {
    if (!this.#watch.hasRoom(stream)) {
      stream.destroy()
      return
    }
    this.#streams.add(stream)
    stream.once('close', () => this.#streams.delete(stream))
    this.#server.accept(stream)
  }

  #fail(client: ProtocolClient, error: Error, options: TransportOptions): void {
    const { socket } = client
    if (socket.writableEnded || socket.destroyed) return
    options.onProblem(`Closed the connection of ${client.username ?? 'a client'}: ${errorMessage(error)}`)
    // Nothing more is read; who does not leave is cut off by the watch.
    socket.unpipe()
    socket.resume()
    client.end(UNREADABLE, options.protocol.text({ text: UNREADABLE }))
  }
}

function withoutCompression(client: ProtocolClient): void {
  const write = client.write.bind(client)
  client.setCompressionThreshold = () => {}
  client.write = (name, params) => {
    if (name !== 'compress') write(name, params)
  }
}

function portFailure(host: string, port: number, error: NodeJS.ErrnoException): InfrastructureError {
  const hint =
    error.code === 'EADDRINUSE'
      ? 'another program uses it. Choose another port, or 0 for any free one'
      : `${error.message}. Check the host name and the port`
  return new InfrastructureError(`Cannot listen on "${host}:${port}": ${hint}.`, { cause: error })
}
