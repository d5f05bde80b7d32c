import * as z from 'zod'
import { serveBody } from '../../body/body-service.ts'
import { LocalBody } from '../../body/local-body.ts'
import { serverAddressSchema } from '../../core/body.ts'
import { RealClock } from '../../core/real-clock.ts'
import { ProcessSandbox, prepareSandboxKit } from '../../sandbox/process-sandbox.ts'
import { receiveOrder } from './child-process.ts'

/** Entry point of the process that holds all bots of a run in real time. */
export const bodyOrderSchema = z.strictObject({
  server: serverAddressSchema,
  agents: z.array(z.string()),
  /** Port for the 3D views; null without a page. */
  viewerPort: z.number().int().nullable(),
})

const order = await receiveOrder(bodyOrderSchema)
const kit = prepareSandboxKit()
const body = new LocalBody({
  clock: new RealClock(),
  address: order.server,
  link: null,
  createSandbox: () => new ProcessSandbox(() => kit),
})
if (order.viewerPort !== null) {
  const { startViewerServer } = await import('../../web/viewer-server.ts')
  await startViewerServer({
    agents: order.agents,
    botOf: (agent) => body.viewable(agent),
    port: order.viewerPort,
  })
}
serveBody(body, process)
