import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Server as SocketServer } from 'socket.io'
import { streamBot } from './bot-stream.ts'
import { drawnVersion } from './drawn-version.ts'
import { listenOnLoopback } from './listen-on-loopback.ts'
import { isLocalRequest } from './local-request.ts'
import type { BotOf, ViewableBot } from './viewable-bot.ts'

export interface ViewerServerOptions {
  readonly agents: readonly string[]
  readonly botOf: BotOf
  /** 0 for any free one. */
  readonly port: number
}

/** Live data of the 3D views, for the page server to pass on to browsers. */
export interface ViewerServer {
  readonly port: number
  /** Ends all views. The bots keep playing. */
  close(): Promise<void>
}

/** What the view of an agent shows, served as `/view/<agent>/status`. */
export interface ViewStatus {
  /** Names the bot object; another one means that the view must be loaded again. Null while there is no bot. */
  readonly incarnation: string | null
  readonly version: string | null
  readonly drawn: ReturnType<typeof drawnVersion> | null
}

/**
 * Serves, on loopback and in the process that holds the bots, for each agent a status and a socket.io endpoint under
 * `/view/<agent>/`. The page's files come from the page server, so that this process only sends what changes.
 *
 * @throws InfrastructureError when the port is taken
 */
export async function startViewerServer(options: ViewerServerOptions): Promise<ViewerServer> {
  const incarnations = new Incarnations()
  const http = createServer((request, response) => answer(request, response, options, incarnations))
  // Every agent's endpoint listens on its own.
  http.setMaxListeners(0)
  const endpoints = options.agents.map((agent) => serveAgent(http, agent, options.botOf))
  const port = await listenOnLoopback(http, options.port, 'the 3D views')
  return {
    port,
    async close() {
      for (const endpoint of endpoints) endpoint.disconnectSockets(true)
      const closed = new Promise<void>((resolve) => http.close(() => resolve()))
      http.closeAllConnections()
      await Promise.all(endpoints.map((endpoint) => endpoint.close()))
      await closed
    },
  }
}

/** Days; two of them still fit into a timer. */
const NEVER_MS = 2 ** 29

function serveAgent(http: Server, agent: string, botOf: BotOf): SocketServer {
  const endpoint = new SocketServer(http, {
    path: `/view/${agent}/socket.io`,
    serveClient: false,
    destroyUpgrade: false,
    // Browsers of this machine: a connection that is gone is closed. Simulated time would run out within moments.
    pingInterval: NEVER_MS,
    pingTimeout: NEVER_MS,
    upgradeTimeout: NEVER_MS,
    connectTimeout: NEVER_MS,
    allowRequest: (request, decide) => decide(null, isLocalRequest(request.headers)),
  })
  endpoint.on('connection', (socket) => {
    const bot = botOf(agent)
    if (!bot?.entity || drawnVersion(bot.version) === 'unsupported') {
      socket.disconnect(true)
      return
    }
    const stream = streamBot(bot, socket)
    const leave = () => socket.disconnect(true)
    bot.on('end', leave)
    // The page follows the position on the WebSocket only, which comes after the first messages.
    socket.conn.on('upgrade', stream.sendPosition)
    socket.on('disconnect', () => {
      bot.removeListener('end', leave)
      stream.stop()
    })
  })
  return endpoint
}

/** Answers everything but socket.io. */
function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { agents, botOf }: ViewerServerOptions,
  incarnations: Incarnations,
): void {
  const agent = /^\/view\/(\w+)\/status$/.exec(request.url ?? '')?.[1]
  if (!isLocalRequest(request.headers)) {
    response.writeHead(403).end()
  } else if (agent === undefined || !agents.includes(agent)) {
    response.writeHead(404).end()
  } else {
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
    response.writeHead(200, headers).end(JSON.stringify(viewStatus(botOf(agent), incarnations)))
  }
}

function viewStatus(bot: ViewableBot | null, incarnations: Incarnations): ViewStatus {
  if (!bot?.entity) return { incarnation: null, version: null, drawn: null }
  return { incarnation: incarnations.of(bot), version: bot.version, drawn: drawnVersion(bot.version) }
}

/** Names for bot objects, unique also across restarts of this process. */
class Incarnations {
  readonly #names = new WeakMap<ViewableBot, string>()

  of(bot: ViewableBot): string {
    const name = this.#names.get(bot) ?? randomUUID()
    this.#names.set(bot, name)
    return name
  }
}
