import { createServer, type IncomingMessage, type Server } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { packageRoot } from '../core/package-root.ts'
import type { RunControl } from '../core/run-control.ts'
import { EventFeed } from './event-feed.ts'
import { listenOnLoopback } from './listen-on-loopback.ts'
import { isLocalRequest } from './local-request.ts'
import { takeOrder } from './page-control.ts'
import { foldPageState, initialPageState, type Occurrence, type PageState } from './page-state.ts'
import { viewerFiles } from './viewer-files.ts'
import { proxyRequest, proxyUpgrade, type ViewerPort } from './viewer-proxy.ts'

export interface PageServerOptions {
  /** 0 for any free one. */
  readonly port: number
  /** Where the process with the bots serves the 3D views. Asked for every request. */
  readonly viewerPort: ViewerPort
  /** Heads the page until the run says its own name. */
  readonly title: string
}

/** The page that shows a run while it goes on. */
export interface PageServer {
  readonly url: string
  /** What the page shows at this moment. */
  readonly state: () => PageState
  /** Shows what happened: every entry of the journal, and whatever else is worth seeing. */
  publish(occurrence: Occurrence): void
  /** Lets browsers pause simulated time and set its pace. */
  offerControl(control: RunControl): void
  /** Ends all connections at once, open ones too. */
  close(): Promise<void>
}

/**
 * Serves the page on loopback, for browsers of this machine only.
 *
 * @throws InfrastructureError when the port is taken
 */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  let state = initialPageState(options.title)
  let offered: RunControl | null = null
  const feed = new EventFeed(state)
  const show = (next: PageState) => {
    state = next
    feed.show(state)
  }
  const http = createServer(pageRoutes(feed, options.viewerPort, () => offered))
  const upgraded = new Set<Duplex>()
  http.on('upgrade', (request, socket, head) => {
    upgraded.add(socket)
    socket.on('close', () => upgraded.delete(socket))
    upgrade(request, socket, head, options.viewerPort)
  })
  const port = await listenOnLoopback(http, options.port, 'the page')
  return {
    url: `http://127.0.0.1:${port}/`,
    state: () => state,
    publish: (occurrence) => show(foldPageState(state, occurrence)),
    offerControl(control) {
      offered = control
      show({ ...state, pace: control.pace })
      control.onPace((pace, tick) => show({ ...state, pace, tick: Math.max(state.tick, tick) }))
    },
    close: () => closeServer(http, feed, upgraded),
  }
}

function pageRoutes(feed: EventFeed, viewerPort: ViewerPort, control: () => RunControl | null): Express {
  const pageFolder = join(packageRoot(), 'src/web/page')
  const app = express()
  app.disable('x-powered-by').enable('strict routing')
  app.use(localOnly, securityHeaders)
  app.get('/events', (_request, response) => feed.connect(response))
  app.post('/control', express.json({ limit: 1000 }), (request, response) =>
    takeOrder(request.body, response, control()),
  )
  app.get('/view/:agent/', (_request, response) => response.sendFile('view.html', { root: pageFolder }))
  app.use('/view', (request, response) => {
    request.url = request.originalUrl
    proxyRequest(request, response, viewerPort())
  })
  app.use(viewerFiles())
  app.use(express.static(pageFolder))
  app.use((_request, response) => {
    response.status(404).type('text').send('There is nothing at this address.')
  })
  app.use(unreadable)
  return app
}

/** Express would answer with where in our code it gave up. */
const unreadable: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(400).type('text').send('This request cannot be read.')
}

const localOnly: RequestHandler = (request, response, next) => {
  if (isLocalRequest(request.headers)) next()
  else response.status(403).type('text').send('This page is for browsers of this machine only.')
}

/** Text of messages, tasks and code comes from minds and players: no script but ours runs, and nothing goes elsewhere. */
const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'content-security-policy':
      "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; frame-ancestors 'self'; form-action 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  next()
}

function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, viewerPort: ViewerPort): void {
  if (request.url?.startsWith('/view/') && isLocalRequest(request.headers)) {
    proxyUpgrade(request, socket, head, viewerPort())
  } else {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
  }
}

/** Node no longer counts upgraded connections as its own, but waits for them all the same. */
async function closeServer(http: Server, feed: EventFeed, upgraded: ReadonlySet<Duplex>): Promise<void> {
  feed.close()
  for (const socket of upgraded) socket.destroy()
  const closed = new Promise<void>((resolve) => http.close(() => resolve()))
  http.closeAllConnections()
  await closed
}
