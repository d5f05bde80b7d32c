import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InfrastructureError } from '../../../src/core/errors.ts'
import { packageRoot } from '../../../src/core/package-root.ts'
import { type PageServer, startPageServer } from '../../../src/web/page-server.ts'
import { startViewerServer, type ViewerServer } from '../../../src/web/viewer-server.ts'
import { SampleBot } from '../../scenario/web/sample-bot.ts'
import { sampleRun } from '../../scenario/web/sample-run.ts'
import { readEvents } from './event-stream.ts'
import { rawRequest } from './raw-request.ts'
import { openView } from './view-client.ts'

describe('startPageServer()', () => {
  let viewer: ViewerServer | null
  let page: PageServer
  let port: number
  const bot = new SampleBot('Ada')

  beforeEach(async () => {
    viewer = await startViewerServer({ agents: ['Ada'], botOf: () => bot, port: 0 })
    page = await startPageServer({ port: 0, viewerPort: () => viewer?.port ?? null, title: 'a run' })
    port = Number(new URL(page.url).port)
  })
  afterEach(async () => {
    await page.close()
    await viewer?.close()
  })

  it('serves the page with headers that keep foreign scripts and pages out', async () => {
    const { status, headers, body } = await rawRequest(port, '/')
    expect(status).toBe(200)
    expect(body).toContain('<script type="module" src="/page.js">')
    expect(headers['content-security-policy']).toMatch(/^default-src 'self'; img-src 'self' data: blob:;/)
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it.each(['/page.js', '/page.css', '/view.js', '/view/Ada/', '/viewer/index.js', '/items/stick.png'])(
    'serves %s',
    async (path) => expect((await rawRequest(port, path)).status).toBe(200),
  )

  it.each([
    '/nothing',
    '/../package.json',
    '/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/viewer/../../package.json',
    '/viewer/%2e%2e/package.json',
    '/items/..%2f..%2fpackage.json.png',
    '/view/Eve/status',
    '/view/Ada',
  ])('answers 404 for %s', async (path) => {
    const { status, body } = await rawRequest(port, path)
    expect(status).toBe(404)
    expect(body).not.toContain('dependencies')
  })

  it.each(['/', '/events', '/view/Ada/status', '/page.js'])(
    'refuses %s under a foreign host name',
    async (path) => {
      const answer = await rawRequest(port, path, { host: `evil.example:${port}` })
      expect(answer.status).toBe(403)
    },
  )

  it('refuses a WebSocket of a foreign page', async () => {
    const headers = { connection: 'Upgrade', upgrade: 'websocket', origin: 'http://evil.example' }
    const answer = await rawRequest(port, '/view/Ada/socket.io/?EIO=4&transport=websocket', headers)
    expect(answer.status).toBe(403)
  })

  it('sends a snapshot, then changes', async () => {
    page.publish(sampleRun()[0] ?? never())
    const events = await readEvents(page.url)
    const snapshot = await events.next()
    expect(snapshot).toMatchObject({ event: 'snapshot', data: { title: 'first-steps', tick: 0 } })
    for (const occurrence of sampleRun().slice(1)) page.publish(occurrence)
    const change = await events.next()
    expect(change).toMatchObject({ event: 'change', data: { head: { tick: 120 }, order: ['Ada', 'Ben'] } })
  })

  it('ends open event streams and views at once when it is closed', async () => {
    const events = await readEvents(page.url)
    await events.next()
    const view = await openView(port, 'Ada')
    await view.next()
    await page.close()
    await events.ended
    await view.closed
    await expect(fetch(page.url)).rejects.toThrow()
  })

  it('passes a view on to the process with the bots', async () => {
    const view = await openView(port, 'Ada')
    expect(await view.next()).toEqual(['version', '1.21.4'])
    expect((await rawRequest(port, '/view/Ada/status')).body).toContain('"drawn":"exact"')
  })

  it('answers 503 for views while the process with the bots is gone, and finds the next one', async () => {
    await viewer?.close()
    expect((await rawRequest(port, '/view/Ada/status')).status).toBe(503)
    viewer = null
    expect((await rawRequest(port, '/view/Ada/status')).status).toBe(503)
    await expect(openView(port, 'Ada')).rejects.toThrow('No view')
    viewer = await startViewerServer({ agents: ['Ada'], botOf: () => bot, port: 0 })
    expect((await rawRequest(port, '/view/Ada/status')).status).toBe(200)
  })

  it('names the port and the way out when the port is taken', async () => {
    const failure = await startPageServer({ port, viewerPort: () => null, title: '' }).catch((error) => error)
    expect(failure).toBeInstanceOf(InfrastructureError)
    expect(failure.message).toBe(
      `Cannot serve the page on port "${port}" of 127.0.0.1: another program uses it. ` +
        'End that program, or choose another port; 0 takes any free one.',
    )
  })

  it('lets eval only into the worker of the viewer', async () => {
    const worker = await rawRequest(port, '/viewer/worker.js', { 'accept-encoding': 'gzip' })
    expect(worker.headers['content-security-policy']).toContain("'unsafe-eval'")
    expect(worker.headers['content-encoding']).toBe('gzip')
    const client = await rawRequest(port, '/viewer/index.js')
    expect(client.headers['content-security-policy']).not.toContain('unsafe')
  })
})

it('The page never turns text into markup', () => {
  for (const file of ['page', 'agent-card', 'timeline', 'elements', 'view', 'viewer-hooks']) {
    const source = readFileSync(join(packageRoot(), 'src/web/page', `${file}.js`), 'utf8')
    expect(source).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|eval\(/)
  }
})

function never(): never {
  throw new Error('The sample run is empty.')
}
