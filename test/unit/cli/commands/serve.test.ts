import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../../../src/cli/command-line.ts'
import { InfrastructureError } from '../../../../src/core/errors.ts'
import { FakeCommandIo } from '../../../support/fake-command-io.ts'
import { command, noParts } from '../../../support/fake-commands.ts'

describe('kithcraft serve', () => {
  it('prints where to join, and closes the game at Ctrl-C', async () => {
    const calls: string[] = []
    const game = {
      title: 'Minecraft 1.21.4, world "flat", seed 3',
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

  it('closes the game that cannot listen and exits with 3', async () => {
    const calls: string[] = []
    const game = {
      title: 'No matter',
      listen: () => Promise.reject(new InfrastructureError('Cannot listen on "127.0.0.1:80".')),
      start: () => void calls.push('start'),
      close: async () => void calls.push('close'),
    }
    const { code, io } = await command(['serve', '--port', '80'], { makeGame: async () => game })
    expect([code, io.stderr, calls]).toEqual([3, 'Cannot listen on "127.0.0.1:80".', ['close']])
    expect(io.listens).toBe(false)
  })
})
