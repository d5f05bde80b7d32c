import * as z from 'zod'
import { serveBody } from '../../body/body-service.ts'
import { keepInStep } from '../../body/lockstep/keep-in-step.ts'
import { paceStateSchema } from '../../body/lockstep/lockstep-messages.ts'
import { ManualPace } from '../../body/pace.ts'
import { installVirtualClock } from '../../body/virtual-clock.ts'
import { itemCountsSchema } from '../../core/item-counts.ts'
import { gameVersionSchema } from '../team-schema.ts'
import { receiveOrder } from './child-process.ts'
import { startSimulation } from './simulation.ts'

/** Entry point of the process that holds the game server and all bots of a run in simulated time. */
export const simulationOrderSchema = z.strictObject({
  world: z.string(),
  seed: z.number().int(),
  version: gameVersionSchema,
  agents: z.array(z.string()),
  /** What they carry when they join. */
  belongings: z.record(z.string(), itemCountsSchema),
  /** Port for the 3D views; null without a page. */
  viewerPort: z.number().int().nullable(),
  pace: paceStateSchema,
})

const { viewerPort, agents, pace: startPace, ...world } = await receiveOrder(simulationOrderSchema)
const pace = new ManualPace(startPace)
const clock = installVirtualClock({ pace })
const { body } = await startSimulation(world, clock)
if (viewerPort !== null) {
  const { startViewerServer } = await import('../../web/viewer-server.ts')
  await startViewerServer({ agents, botOf: (agent) => body.viewable(agent), port: viewerPort })
}
// While the others join.
body.onEvent((event) => event.type === 'bot-joined' && body.warmUp(event.agent))
serveBody(body, process, keepInStep(process, clock, pace))
clock.run()
