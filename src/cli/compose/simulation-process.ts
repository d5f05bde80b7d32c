import { installVirtualClock } from '../../body/virtual-clock.ts'
import { receiveOrder } from './child-process.ts'
import type { KeptParts } from './kept-parts.ts'
import { PlayedWorld } from './played-world.ts'
import { simulationOrderSchema, worldOrderSchema } from './simulation-messages.ts'

/** A process that has grown larger, in bytes, is not kept for another world. */
const MOST_BYTES = 1.5 * 1024 ** 3

/**
 * Entry point of the process that holds the game server and all bots of a run in simulated time, or of one run after another.
 */
const first = await receiveOrder(simulationOrderSchema)
const clock = installVirtualClock()
// Loads the game, which is to see no other time.
const { KeptParts: Parts } = await import('./kept-parts.ts')
const parts: KeptParts = new Parts()
let world = play(first)
process.on('message', (message) => {
  const order = worldOrderSchema.safeParse(message)
  if (!order.success) world.receive(message)
  else if (order.data.type === 'order') world = play(order.data.order)
  else void end()
})

function play(order: typeof first): PlayedWorld {
  const send = (message: unknown) => process.send?.(message)
  return new PlayedWorld(order, { clock, shared: parts.of(order.version), send })
}

async function end(): Promise<void> {
  await world.end()
  const isFit = parts.isComplete && clock.holders().length === 0 && process.memoryUsage.rss() < MOST_BYTES
  process.send?.({ type: 'world-ended', isFit })
}
