import * as z from 'zod'
import { createGameServer } from '../../../server/game-server.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import { errorMessage } from '../../core/errors.ts'
import { itemCountsSchema } from '../../core/item-counts.ts'
import { gameVersionSchema } from '../team-schema.ts'
import { receiveOrder } from './child-process.ts'

/** Entry point of the process that holds the embedded game server in real time. */
export const serverOrderSchema = z.strictObject({
  world: z.string(),
  seed: z.number().int(),
  version: gameVersionSchema,
  /** What players carry when they join for the first time. */
  belongings: z.record(z.string(), itemCountsSchema),
  host: z.string(),
  /** 0 for any free port. */
  port: z.number().int(),
})

export type ServerOrder = z.infer<typeof serverOrderSchema>

const order = await receiveOrder(serverOrderSchema)
try {
  const server = createGameServer({
    version: order.version,
    world: loadWorldDefinition(order.world),
    seed: order.seed,
    operators: [],
    belongings: order.belongings,
    maxPlayers: 100,
  })
  const port = await server.listen(order.host, order.port)
  server.start()
  process.send?.({ type: 'ready', port })
} catch (error) {
  process.send?.({ type: 'failed', reason: errorMessage(error) })
}
