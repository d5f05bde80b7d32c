import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createGameServer } from '../../server/game-server.ts'
import { checkWorldDefinition } from '../../server/world/world-definition.ts'
import { RemoteBody } from '../../src/body/remote-body.ts'
import { testBody } from './body.ts'

const entry = fileURLToPath(new URL('../support/body-test-process.ts', import.meta.url))

/** In real time over TCP: the server lives in this process, the bots in another. */
testBody('RemoteBody', async () => {
  const server = createGameServer({
    version: '1.21.4',
    world: checkWorldDefinition({ name: 'test', generator: { type: 'flat' } }, 'test'),
    seed: 1,
    operators: [],
    maxPlayers: 10,
  })
  const port = await server.listen('127.0.0.1', 0)
  server.start()
  const body = new RemoteBody({
    start: () => fork(entry, [String(port)], { stdio: ['ignore', 2, 2, 'ipc'] }),
  })
  return {
    body,
    run: (promise) => promise,
    close: async () => {
      await body.close()
      await server.close()
    },
  }
})
