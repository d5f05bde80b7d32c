import { serveBody } from '../../src/body/body-service.ts'
import { LocalBody } from '../../src/body/local-body.ts'
import { RealClock } from '../../src/core/real-clock.ts'
import { JsonSandbox } from './json-sandbox.ts'

/** A body process of a test: its one argument is the port of a server on this machine. */
const address = {
  host: '127.0.0.1',
  port: Number(process.argv[2]),
  version: '1.21.4',
  auth: 'offline',
} as const
serveBody(
  new LocalBody({ address, link: null, clock: new RealClock(), createSandbox: () => new JsonSandbox() }),
  process,
)
