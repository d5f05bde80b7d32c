import * as z from 'zod'

/*
 * What a mind process and a process that simulates say to each other about time. Every message to the minds is numbered and
 * stops time until they say that they have dealt with it, so that time passes only while nothing is in flight and nobody
 * thinks.
 */

const id = z.int().nonnegative()

export const paceStateSchema = z.strictObject({
  speed: z.number().positive().nullable(),
  isPaused: z.boolean(),
})

/** From the minds. Other messages on the channel are for the body. */
export const toSimulationSchema = z.discriminatedUnion('type', [
  /** Nobody thinks, and everything up to the message with that number has been dealt with. */
  z.strictObject({ type: z.literal('idle'), received: id }),
  /** Somebody began to think without having been told anything. */
  z.strictObject({ type: z.literal('busy') }),
  z.strictObject({ type: z.literal('wait'), id, ticks: z.int().nonnegative() }),
  z.strictObject({ type: z.literal('cancel-wait'), id }),
  z.strictObject({ type: z.literal('ask-turn'), id, asker: z.string() }),
  z.strictObject({ type: z.literal('set-pace'), change: paceStateSchema.partial() }),
  z.strictObject({ type: z.literal('step'), ticks: z.int().positive() }),
])

/** What the simulation says about time itself. */
export const timeNewsSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('waited'), id }),
  z.strictObject({ type: z.literal('turn'), id }),
])

/** To the minds. */
export const fromSimulationSchema = z.discriminatedUnion('type', [
  /** `message` is time news or a message of the body. */
  z.strictObject({ type: z.literal('timed'), number: id, tick: z.int(), message: z.unknown() }),
  /** A message of the body that only spectators look at; stops nothing. */
  z.strictObject({ type: z.literal('aside'), message: z.unknown() }),
  /** The pace has changed, or a pause has begun; stops nothing. */
  z.strictObject({ type: z.literal('pace'), state: paceStateSchema, tick: z.int() }),
])

export type ToSimulation = Readonly<z.infer<typeof toSimulationSchema>>
export type FromSimulation = Readonly<z.infer<typeof fromSimulationSchema>>
export type TimeNews = Readonly<z.infer<typeof timeNewsSchema>>
