import { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'
import { connect, type Socket } from 'node:net'

// The parts of minecraft-protocol and minecraft-data that a light client needs, typed by hand.
interface Serializer {
  createPacketBuffer(packet: unknown): Buffer
}
interface Deserializer {
  parsePacketBuffer(buffer: Buffer): { readonly data: { readonly params: Readonly<Record<string, unknown>> } }
}
interface ProtocolLibrary {
  createSerializer(options: unknown): Serializer
  createDeserializer(options: unknown): Deserializer
}
type Mappings = Readonly<Record<string, string>>
type PacketTypes = readonly [
  {
    readonly types: {
      readonly packet: readonly [string, readonly { readonly type: [string, { mappings: Mappings }] }[]]
    }
  },
]

const load = createRequire(import.meta.url)
const protocol = load('minecraft-protocol') as ProtocolLibrary
const VERSION = '1.21.4'
const PROTOCOL_NUMBER = 769
const data = load('minecraft-data')(VERSION) as {
  readonly protocol: Readonly<Record<State, { readonly toClient: PacketTypes[0] }>>
}

type State = 'handshaking' | 'login' | 'configuration' | 'play'

const states = ['handshaking', 'login', 'configuration', 'play'] as const
const serializers = byState((state) => protocol.createSerializer({ ...optionsOf(state), isServer: false }))
const deserializers = byState((state) =>
  protocol.createDeserializer({ ...optionsOf(state), isServer: false }),
)
const namesByState = byState((state) =>
  state === 'handshaking' ? new Map<number, string>() : namesOf(state),
)

/**
 * A client that joins over TCP and answers what must be answered, but decodes no packet besides: a hundred of them
 * load a server like a hundred bots and cost little themselves. Emits `play` once it is in, `position` with each teleport,
 * `end` when the connection is gone.
 */
export class LightClient extends EventEmitter<{
  play: []
  position: [Readonly<Record<string, number>>]
  end: []
}> {
  readonly #socket: Socket
  #state: State = 'handshaking'
  #rest: Buffer = Buffer.alloc(0)

  constructor(port: number, name: string) {
    super()
    this.#socket = connect(port, '127.0.0.1', () => {
      const address = { serverHost: '127.0.0.1', serverPort: port }
      this.write('set_protocol', { protocolVersion: PROTOCOL_NUMBER, ...address, nextState: 2 })
      this.#state = 'login'
      this.write('login_start', { username: name, playerUUID: '00000000-0000-0000-0000-000000000000' })
    })
    this.#socket.setNoDelay(true)
    this.#socket.on('data', (chunk: Buffer) => this.#read(chunk))
    this.#socket.once('close', () => this.emit('end'))
    this.#socket.on('error', () => {})
  }

  write(name: string, params: unknown): void {
    if (this.#socket.destroyed) return
    const body = serializers[this.#state].createPacketBuffer({ name, params })
    this.#socket.write(Buffer.concat([varint(body.length), body]))
  }

  end(): void {
    this.#socket.end()
  }

  #read(chunk: Buffer): void {
    let buffer = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    for (;;) {
      const length = readVarint(buffer)
      if (length === null || buffer.length < length.end + length.value) break
      this.#handle(buffer.subarray(length.end, length.end + length.value))
      buffer = buffer.subarray(length.end + length.value)
    }
    this.#rest = buffer
  }

  #handle(packet: Buffer): void {
    const id = readVarint(packet)?.value ?? -1
    const name = namesByState[this.#state].get(id) ?? ''
    if (this.#state === 'login' && name === 'success') {
      this.write('login_acknowledged', {})
      this.#state = 'configuration'
    } else if (this.#state === 'configuration') this.#configure(name)
    else if (this.#state === 'play') this.#play(name, packet)
  }

  #configure(name: string): void {
    if (name === 'select_known_packs') this.write('select_known_packs', { packs: [] })
    if (name !== 'finish_configuration') return
    this.write('finish_configuration', {})
    this.#state = 'play'
    this.emit('play')
  }

  #play(name: string, packet: Buffer): void {
    if (name !== 'keep_alive' && name !== 'position') return
    const { params } = deserializers.play.parsePacketBuffer(packet).data
    if (name === 'keep_alive') {
      this.write('keep_alive', { keepAliveId: params.keepAliveId })
      return
    }
    this.write('teleport_confirm', { teleportId: params.teleportId })
    this.emit('position', params as Record<string, number>)
  }
}

function optionsOf(state: State) {
  return { state, version: VERSION, customPackets: {} }
}

function byState<T>(make: (state: State) => T): Readonly<Record<State, T>> {
  return Object.fromEntries(states.map((state) => [state, make(state)])) as Record<State, T>
}

function namesOf(state: State): ReadonlyMap<number, string> {
  const mappings = data.protocol[state].toClient.types.packet[1][0]?.type[1].mappings ?? {}
  return new Map(Object.entries(mappings).map(([id, name]) => [Number(id), name]))
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 128) return Buffer.from([...bytes, rest])
    bytes.push((rest & 127) | 128)
  }
}

/** The number at the start and where it ends; null where the buffer ends before. */
function readVarint(buffer: Buffer): { readonly value: number; readonly end: number } | null {
  let value = 0
  for (let index = 0; index < 5; index++) {
    const byte = buffer[index]
    if (byte === undefined) return null
    value |= (byte & 127) << (7 * index)
    if (byte < 128) return { value, end: index + 1 }
  }
  return null
}
