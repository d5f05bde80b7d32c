import type { ServerAddress } from '../../core/body.ts'
import type { Clock } from '../../core/clock.ts'
import { type FrameTaker, isFrameStream } from '../../core/frame-stream.ts'
import { type Bot, createBot } from '../mineflayer-library.ts'
import { quickenLooks } from '../sight/quick-looks.ts'
import { configurePathfinder } from '../travel/configure-pathfinder.ts'
import { quickenPhysics } from '../travel/quick-physics.ts'
import { type CraftingBot, guardCrafting } from './guard-crafting.ts'
import { errorProblem, type JoinProblem, kickProblem } from './join-failure.ts'
import { countActivity, type MemoryLink } from './memory-link.ts'
import { type ReadingClient, readDirectly } from './read-directly.ts'
import type { SharedPackets } from './shared-packets.ts'
import { type WritingClient, writeDirectly } from './write-packets.ts'

/** Ticks until a server that says nothing counts as unreachable. */
const JOIN_TICKS = 900
/** Mineflayer must have loaded its plugins before the connection opens. In milliseconds. */
const PLUGINS_LOADED_MS = 5
/** Chunks around the bot that the server is asked for. */
const VIEW_DISTANCE = 6

export interface ConnectOptions {
  readonly agent: string
  readonly address: ServerAddress
  /** Null to connect over the network. */
  readonly link: MemoryLink | null
  readonly clock: Clock
  /** Columns that the bots of this process read once for all. */
  readonly packets: SharedPackets
}

export type Connected =
  | { readonly type: 'joined'; readonly bot: Bot }
  | { readonly type: 'failed'; readonly problem: JoinProblem }

/** Joins a server and settles once the bot stands in a loaded world, or once it is clear that it will not. */
export async function connectBot(options: ConnectOptions): Promise<Connected> {
  const { agent, address, clock } = options
  const created = createClient(options)
  if (created.type === 'failed') return created
  const { bot } = created
  const over = new AbortController()
  const joined = new Promise<Connected>((resolve) => {
    const fail = (problem: JoinProblem) => resolve({ type: 'failed', problem })
    bot.once('spawn', () => resolve({ type: 'joined', bot }))
    bot.once('kicked', (reason) => fail(kickProblem(agent, address, reason)))
    bot.once('error', (error) => fail(errorProblem(agent, address, error)))
    bot.once('end', (reason) =>
      fail(errorProblem(agent, address, new Error(`connection closed (${reason})`))),
    )
    const silence = new Error('it did not let the bot in within 45 seconds and timed out')
    clock.wait(JOIN_TICKS, over.signal).then(
      () => fail(errorProblem(agent, address, silence)),
      () => {},
    )
  })
  const result = await joined
  if (result.type === 'joined') await standing(bot, clock, over.signal)
  over.abort()
  if (result.type === 'failed') endQuietly(bot)
  else {
    guardCrafting(bot as unknown as CraftingBot)
    quickenLooks(bot)
    quickenPhysics(bot)
    configurePathfinder(bot)
  }
  return result
}

/** Leaves the server, whatever state the connection is in. */
export function endQuietly(bot: Bot): void {
  try {
    bot.quit()
  } catch {
    // There is no connection yet: nothing to leave.
  }
}

function createClient(options: ConnectOptions): Connected {
  const { agent, address, link, packets } = options
  let take: FrameTaker | null = null
  try {
    const bot = createBot({
      host: address.host,
      port: address.port,
      username: agent,
      auth: address.auth,
      ...(address.version === null ? {} : { version: address.version }),
      ...(link === null
        ? {}
        : { connect: memoryConnect(link, (frames) => take?.(frames) ?? false) as never }),
      onMsaCode: ({ verification_uri, user_code }) =>
        console.error(`To sign "${agent}" in, open ${verification_uri} and enter the code ${user_code}.`),
      hideErrors: true,
      logErrors: false,
      viewDistance: VIEW_DISTANCE,
    })
    // What the protocol library does to packets that need none of it is left out.
    take = readDirectly(bot._client as unknown as ReadingClient, packets)
    writeDirectly(bot._client as unknown as WritingClient)
    bot.once('end', packets.join())
    // Without a listener an error after the join would end the process; the loss shows in the `end` event.
    bot.on('error', () => {})
    return { type: 'joined', bot }
  } catch (error) {
    return { type: 'failed', problem: errorProblem(agent, address, error) }
  }
}

type ProtocolClient = Bot['_client']

/** Opens the stream after Mineflayer has loaded; the library's own `stream` option comes too early and times out. */
function memoryConnect(link: MemoryLink, take: FrameTaker): (client: ProtocolClient) => void {
  return (client) => {
    setTimeout(() => {
      const stream = link.connect()
      const unwatch = link.watch(countActivity(stream))
      stream.once('close', unwatch)
      if (isFrameStream(stream)) stream.takeFrames = take
      client.setSocket(stream as never)
      client.emit('connect')
    }, PLUGINS_LOADED_MS)
  }
}

/** Waits until the blocks around the bot are there. A server that never sends them is joined all the same. */
async function standing(bot: Bot, clock: Clock, signal: AbortSignal): Promise<void> {
  for (let tick = 0; tick < 200 && !signal.aborted; tick++) {
    if (bot.entity?.position && bot.blockAt(bot.entity.position) !== null && bot.entity.onGround) return
    await clock.wait(1)
  }
}
