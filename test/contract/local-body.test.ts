import { afterAll } from 'vitest'
import { installVirtualClock } from '../../src/body/virtual-clock.ts'
import { JsonSandbox } from '../support/json-sandbox.ts'
import { testBody } from './body.ts'

const clock = installVirtualClock()
const { createGameServer } = await import('../../server/game-server.ts')
const { checkWorldDefinition } = await import('../../server/world/world-definition.ts')
const { LocalBody } = await import('../../src/body/local-body.ts')

afterAll(() => clock.uninstall())

testBody('LocalBody', async () => {
  const server = createGameServer({
    version: '1.21.4',
    world: checkWorldDefinition({ name: 'test', generator: { type: 'flat' } }, 'test'),
    seed: 1,
    operators: [],
    maxPlayers: 10,
  })
  server.start()
  const body = new LocalBody({
    address: { host: 'memory', port: 1, version: '1.21.4', auth: 'offline' },
    link: { connect: () => server.connect(), watch: (counter) => clock.watch(counter) },
    clock,
    createSandbox: () => new JsonSandbox(),
  })
  return {
    body,
    run: (promise) => clock.until(promise),
    close: async () => {
      await clock.until(body.close())
      await clock.until(server.close())
    },
  }
})
