import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ProtocolClient } from './minecraft-protocol.ts'
import { Throttle } from './throttle.ts'

/** Connections that have not logged in yet: in all, and of one address. */
const MOST_WAITING = 1000
const MOST_WAITING_OF_ADDRESS = 200
/** Ticks that a client may take until it plays, as in vanilla, and that it gets to leave when it has to. */
const LOGIN_TIME = 600
const PARTING_TIME = 40
/** Bytes that wait for a client to read them, at most. */
const MOST_UNREAD = 32 << 20
/**
 * Packets of one client: so many at once, and so many in a tick in the long run. Minecraft's own clients send some forty a
 * second; Mineflayer catches up with many at once after a pause.
 */
const MOST_PACKETS = 4000
const PACKETS_PER_TICK = 50

interface Watched {
  readonly client: ProtocolClient
  readonly address: string
  readonly openedAt: number
  /** When we ended the connection from our side, which a client may choose not to notice; null while it may stay. */
  dismissedAt: number | null
}

/** Sends clients away that take too long to log in or to read, and keeps others out while too many are logging in. */
export class ConnectionWatch {
  readonly #watched = new Map<Duplex, Watched>()
  readonly #report: (problem: string) => void
  #tick = 0

  constructor(report: (problem: string) => void) {
    this.#report = report
  }

  /** Whether one more may come from there. */
  hasRoom(stream: Duplex): boolean {
    const waiting = [...this.#watched.values()].filter(({ client }) => client.state !== 'play')
    const address = addressOf(stream)
    const ofAddress = waiting.filter((watched) => watched.address === address).length
    const isCrowded = address !== '' && ofAddress >= MOST_WAITING_OF_ADDRESS
    return waiting.length < MOST_WAITING && !isCrowded
  }

  watch(stream: Duplex, client: ProtocolClient): void {
    const watched = { client, address: addressOf(stream), openedAt: this.#tick, dismissedAt: null }
    this.#watched.set(stream, watched)
    stream.once('close', () => this.#watched.delete(stream))
  }

  /** A new rule for one client about how many packets it may send. */
  packetRule(): (packets: number) => boolean {
    const throttle = new Throttle(MOST_PACKETS, PACKETS_PER_TICK)
    return (packets) => throttle.add(packets, this.#tick)
  }

  tick(): void {
    this.#tick += 1
    for (const [stream, watched] of this.#watched) this.#check(stream, watched)
  }

  #check(stream: Duplex, watched: Watched): void {
    const { client } = watched
    if (stream.writableLength > MOST_UNREAD) {
      this.#report(
        `Closed the connection of ${client.username ?? 'a client'}: it does not read what it gets.`,
      )
      stream.destroy()
    } else if (watched.dismissedAt !== null) {
      if (this.#tick - watched.dismissedAt >= PARTING_TIME) stream.destroy()
    } else if (stream.writableEnded) {
      watched.dismissedAt = this.#tick
    } else if (client.state !== 'play' && this.#tick - watched.openedAt >= LOGIN_TIME) {
      client.end('Took too long to log in')
    }
  }
}

/** The address of a connection over TCP; empty for one inside the process. */
function addressOf(stream: Duplex): string {
  return (stream as Partial<Socket>).remoteAddress ?? ''
}
