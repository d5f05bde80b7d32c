import * as z from 'zod'
import { agentIdSchema } from './agent-id.ts'
import { goalSchema } from './goal.ts'
import { knowledgeBookSchema } from './knowledge.ts'
import type { Outcome } from './outcome.ts'
import { traceEntrySchema } from './outcome.ts'
import type { Percept } from './percept.ts'
import { positionSchema } from './position.ts'
import { programSchema } from './program.ts'

/** Where a bot joins. */
export const serverAddressSchema = z.strictObject({
  host: z.string().min(1),
  port: z.number().int().min(1).max(65535),
  /** A Minecraft version such as `1.21.4`; null to ask the server. */
  version: z.string().nullable(),
  /** How to log in: as a name on an offline server, or with a Microsoft account. */
  auth: z.enum(['offline', 'microsoft']),
})

export const attemptLimitsSchema = z.strictObject({
  /** Deadline of the whole attempt, in ticks. */
  ticks: z.number().int().positive(),
  /** Loop turns and calls before the code counts as runaway. */
  fuel: z.number().int().positive(),
  /** Wall-clock safety net for one uninterrupted turn of skill code, in milliseconds. */
  turnMs: z.number().int().positive(),
  /** Resident memory of the skill process, in MiB. */
  memoryMb: z.number().int().positive(),
})

/** A place where the agent believes the block to stand, or where it once got some. */
export const rememberedPlaceSchema = z.strictObject({ what: z.string(), position: positionSchema })

export type RememberedPlace = Readonly<z.infer<typeof rememberedPlaceSchema>>

export const attemptRequestSchema = z.strictObject({
  agent: agentIdSchema,
  /** Unique in the run; names the attempt in events. */
  attempt: z.string(),
  program: programSchema,
  knowledge: knowledgeBookSchema,
  /** Where the agent remembers blocks to be; skill code may ask for them. Left out where it remembers none. */
  places: z.array(rememberedPlaceSchema).max(256).optional(),
  limits: attemptLimitsSchema,
  /** Seeds `Math.random` of the skill code. */
  seed: z.string(),
  /** Whether `bot.chat` of the skill also reaches the game's chat. */
  gameChat: z.boolean(),
})

/** What a body reports without being asked. */
export const bodyEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bot-joined'), agent: z.string(), version: z.string() }),
  /** The bot is gone; the body joins it again by itself unless `final`. */
  z.strictObject({ type: z.literal('bot-left'), agent: z.string(), reason: z.string(), final: z.boolean() }),
  z.strictObject({ type: z.literal('bot-died'), agent: z.string() }),
  z.strictObject({
    type: z.literal('chat-heard'),
    agent: z.string(),
    from: z.string(),
    text: z.string(),
    /** Said to this bot alone. */
    whispered: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('trace-grew'),
    agent: z.string(),
    attempt: z.string(),
    entry: traceEntrySchema,
  }),
  /** The body process died and was started again; attempts that were under way have failed. */
  z.strictObject({ type: z.literal('body-restarted'), reason: z.string() }),
])

export type ServerAddress = Readonly<z.infer<typeof serverAddressSchema>>
export type AttemptLimits = Readonly<z.infer<typeof attemptLimitsSchema>>
export type AttemptRequest = Readonly<z.infer<typeof attemptRequestSchema>>
export type BodyEvent = Readonly<z.infer<typeof bodyEventSchema>>

/** The bots of a team, as minds see them: in this process, or behind a pipe in another one. */
export interface Body {
  /**
   * Joins the agent's bot and resolves once it stands in the world.
   * Rejects with an InfrastructureError that says why and what to do: unreachable, wrong version, full, kicked.
   */
  join(agent: string): Promise<void>
  /** Rejects with an InfrastructureError when the bot is not in the world. */
  perceive(agent: string): Promise<Percept>
  /** Runs skill code. Never rejects for anything that the code does; at most one attempt per agent at a time. */
  attempt(request: AttemptRequest, signal: AbortSignal): Promise<Outcome>
  /** Whether the block of that name stands there; null where the place is too far away to see. */
  blockAt(agent: string, position: { x: number; y: number; z: number }): Promise<string | null>
  /** Says a line in the game's chat, whole or not at all; lines that start with `/` are refused. */
  say(agent: string, text: string): Promise<void>
  /** Says a line in the game that only the named player hears; whole or not at all. */
  whisper(agent: string, to: string, text: string): Promise<void>
  leave(agent: string): Promise<void>
  onEvent(listener: (event: BodyEvent) => void): () => void
  /** Leaves with all bots and frees everything. */
  close(): Promise<void>
}

/** Asks whether a skill holds from another start than the one that it was learned from. */
export const trialRequestSchema = z.strictObject({
  attempt: attemptRequestSchema,
  /** What to check afterwards; bound, so free of parameter references. */
  goal: goalSchema,
})

export type TrialRequest = Readonly<z.infer<typeof trialRequestSchema>>

/** Runs skills in a second world, away from the run. */
export interface TrialGround {
  /** Resolves with what happened from another start: in another world, from empty hands or from where the last trial held. */
  run(request: TrialRequest, signal: AbortSignal): Promise<TrialResult>
  close(): Promise<void>
}

export interface TrialResult {
  /** Whether the goal was false at the start and true at the end. */
  readonly held: boolean
  readonly reason: string
  readonly outcome: Outcome | null
}
