import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runCommandLine } from '../../../../src/cli/command-line.ts'
import { FakeCommandIo } from '../../../support/fake-command-io.ts'
import { command, noParts } from '../../../support/fake-commands.ts'

describe('kithcraft serve', () => {
  it('prints where to join, and closes the game at Ctrl-C', async () => {
    const calls: string[] = []
    const game = {
      listen: async () => 4711,
      start: () => void calls.push('start'),
      close: async () => void calls.push('close'),
    }
    const io = new FakeCommandIo()
    const ended = runCommandLine(
      ['serve', '--world', 'flat', '--seed', '3', '--port', '0'],
      { ...noParts, makeGame: async () => game },
      io,
    )
    await io.whenPrinted('Minecraft 1.21.4, world "flat", seed 3: join at 127.0.0.1:4711.')
    expect(calls).toEqual(['start'])
    io.interrupt()
    expect(await ended).toBe(0)
    expect(calls).toEqual(['start', 'close'])
  })

  it('names an occupied port and exits with 3', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    onTestFinished(() => void taken.close())
    const makeGame = async () => ({ listen: listenOn, start: () => {}, close: async () => {} })
    const { code, io } = await command(['serve', '--port', String(port)], { makeGame })
    expect(code).toBe(3)
    expect(io.stderr).toContain(
      `Cannot serve the world on port "${port}" of 127.0.0.1: another program uses it.`,
    )
  })
})

/** Listens as a real server does, so that the error is the real one. */
function listenOn(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => server.close(() => resolve(port)))
  })
}
