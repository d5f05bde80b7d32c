import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InfrastructureError } from '../../../src/core/errors.ts'
import { startViewerServer, type ViewerServer } from '../../../src/web/viewer-server.ts'
import { SampleBot } from '../../scenario/web/sample-bot.ts'
import { rawRequest } from './raw-request.ts'
import { openView } from './view-client.ts'

describe('startViewerServer()', () => {
  let bot: SampleBot | null
  let server: ViewerServer

  beforeEach(async () => {
    bot = new SampleBot('Ada')
    server = await startViewerServer({ agents: ['Ada'], botOf: () => bot, port: 0 })
  })
  afterEach(() => server.close())

  it('says which bot a view shows, under another name once it has been replaced', async () => {
    const first = await status()
    expect(first).toMatchObject({ version: '1.21.4', drawn: 'exact' })
    expect(await status()).toEqual(first)
    bot = new SampleBot('Ada', '1.20.4')
    const second = await status()
    expect(second).toMatchObject({ version: '1.20.4', drawn: 'shifted' })
    expect(second.incarnation).not.toBe(first.incarnation)
  })

  it('says that there is no bot yet', async () => {
    bot = null
    expect(await status()).toEqual({ incarnation: null, version: null, drawn: null })
  })

  it('streams the bot to a viewer', async () => {
    const view = await openView(server.port, 'Ada')
    expect(await view.next()).toEqual(['version', '1.21.4'])
    expect(await view.next()).toEqual(['position', expect.objectContaining({ addMesh: true })])
  })

  it('ends a view when its bot leaves, and takes its listeners off the bot', async () => {
    const view = await openView(server.port, 'Ada')
    await view.next()
    expect(bot?.listenerCount('move')).toBe(1)
    bot?.emit('end')
    await view.closed
    expect(bot?.eventNames()).toEqual([])
  })

  it('turns a viewer away while there is no bot', async () => {
    bot = null
    const view = await openView(server.port, 'Ada')
    await view.closed
  })

  it('answers 404 for agents and addresses that it does not know', async () => {
    for (const path of ['/', '/view/Eve/status', '/view/Ada/', '/view/Ada/status/x']) {
      expect((await fetch(`http://127.0.0.1:${server.port}${path}`)).status).toBe(404)
    }
  })

  it('refuses requests under a foreign name or from a foreign page', async () => {
    const path = '/view/Ada/status'
    expect((await rawRequest(server.port, path, { host: 'evil.example' })).status).toBe(403)
    const handshake = '/view/Ada/socket.io/?EIO=4&transport=polling'
    const foreign = await rawRequest(server.port, handshake, { origin: 'http://evil.example' })
    expect(foreign.status).toBe(403)
  })

  it('names the port and the way out when the port is taken', async () => {
    const failure = await startViewerServer({ agents: [], botOf: () => null, port: server.port }).catch(
      (e) => e,
    )
    expect(failure).toBeInstanceOf(InfrastructureError)
    expect(failure.message).toContain(`"${server.port}"`)
    expect(failure.message).toContain('choose another port')
  })

  it('closes although views are open', async () => {
    const view = await openView(server.port, 'Ada')
    await view.next()
    await server.close()
    await view.closed
    expect(bot?.eventNames()).toEqual([])
    const reuse = createServer()
    await new Promise<void>((resolve) => reuse.listen(server.port, '127.0.0.1', resolve))
    reuse.close()
  })

  async function status(): Promise<{ incarnation: string | null; version: string | null }> {
    return (await fetch(`http://127.0.0.1:${server.port}/view/Ada/status`)).json()
  }
})
