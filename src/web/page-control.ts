import type { Response } from 'express'
import * as z from 'zod'
import type { RunControl } from '../core/run-control.ts'

/** What a browser may ask of a run in simulated time. */
const orderSchema = z.union([
  z.strictObject({ isPaused: z.boolean() }),
  z.strictObject({ speed: z.number().positive().max(10_000).nullable() }),
  z.strictObject({ step: z.int().min(1).max(100_000) }),
])

/**
 * Does what a browser asks. Only JSON comes here, which a page elsewhere cannot send without asking first, and which is
 * never allowed.
 */
export function takeOrder(body: unknown, response: Response, control: RunControl | null): void {
  const order = orderSchema.safeParse(body)
  if (control === null) {
    response.status(409).type('text').send('This run is not in simulated time: nothing can be paused.')
  } else if (!order.success) {
    response
      .status(400)
      .type('text')
      .send('Send JSON: {"isPaused": true}, {"speed": 10}, {"speed": null} or {"step": 1}.')
  } else {
    if ('step' in order.data) control.step(order.data.step)
    else control.setPace(order.data)
    response.status(204).end()
  }
}
