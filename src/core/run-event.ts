import * as z from 'zod'
import { bodyEventSchema } from './body.ts'
import { causeSchema } from './cause.ts'
import { dueTrialSchema } from './due-trial.ts'
import { goalSchema } from './goal.ts'
import { jsonSchema } from './json.ts'
import { type MemoryChange, memoryChangeSchema } from './memory-change.ts'
import { messageSchema, speechActSchema } from './message.ts'
import { modelCallSchema } from './model-call.ts'
import { outcomeSchema } from './outcome.ts'

/** What happens in a run, in the past tense. Steps and the team emit these; the recorder and the page subscribe. */
export const runEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('run-started'),
    run: z.string(),
    /** The checked team file, defaults filled in. */
    team: jsonSchema,
    goal: goalSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('task-taken'),
    task: z.string(),
    text: z.string(),
    goal: goalSchema.nullable(),
  }),
  /** What came to mind for one round of a task: before an attempt is written. */
  z.strictObject({
    type: z.literal('memories-recalled'),
    task: z.string(),
    /** Counts the rounds of the step from 1. */
    round: z.number().int().positive(),
    /** What the memories were looked up for. */
    cue: z.string(),
    /** `name@version`, best first. */
    skills: z.array(z.string()),
    /** Ids, best first. */
    episodes: z.array(z.string()),
    facts: z.array(z.string()),
  }),
  z.strictObject({
    type: z.literal('attempt-started'),
    attempt: z.string(),
    task: z.string(),
    skill: z.string(),
    source: z.string(),
    arguments: z.array(jsonSchema),
    reused: z.boolean(),
    cause: causeSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('attempt-ended'),
    attempt: z.string(),
    skill: z.string(),
    outcome: outcomeSchema.nullable(),
    success: z.boolean(),
    critique: z.string(),
  }),
  /** The author could not write code for the task. */
  z.strictObject({ type: z.literal('author-blocked'), task: z.string(), reason: z.string() }),
  /** A language model was asked something; recorded once the thought that it belongs to has been had. */
  z.strictObject({ type: z.literal('model-called'), ...modelCallSchema.shape }),
  z.strictObject({
    type: z.literal('message-sent'),
    message: messageSchema,
    /** What a model took and gave to find the words; left out where none did. */
    tokens: z.number().int().nonnegative().optional(),
    cause: causeSchema.optional(),
  }),
  /** A message was not sent: it would have been a repetition, too much, or too late. */
  z.strictObject({
    type: z.literal('message-withheld'),
    act: speechActSchema,
    to: z.array(z.string()),
    text: z.string(),
    reason: z.enum(['repeated', 'too-many', 'conversation-too-long', 'stale', 'echo']),
  }),
  /** The agent considered a partner's side before it spoke. */
  z.strictObject({
    type: z.literal('perspective-taken'),
    partner: z.string(),
    lacks: z.array(z.string()),
    misbelieves: z.array(z.string()),
    knowsAlready: z.number().int(),
  }),
  /** What the agent thinks that the partner will take up next. */
  z.strictObject({
    type: z.literal('intent-predicted'),
    partner: z.string(),
    task: z.string(),
    items: z.array(z.string()),
  }),
  /** The partner took up a task; `hit` says whether the agent's last prediction named it. */
  z.strictObject({
    type: z.literal('intent-scored'),
    partner: z.string(),
    predicted: z.string(),
    actual: z.string(),
    hit: z.boolean(),
  }),
  /** A question to the agent could not be answered because its brain failed. */
  z.strictObject({ type: z.literal('answer-failed'), message: z.string(), reason: z.string() }),
  /** A skill is to be tried from another start. Without a later `skill-tried` it was not: a run that goes on takes it up. */
  z.strictObject({ type: z.literal('trial-due'), ...dueTrialSchema.shape }),
  /** A skill was tried from another start. */
  z.strictObject({
    type: z.literal('skill-tried'),
    name: z.string(),
    version: z.number().int(),
    held: z.boolean(),
    reason: z.string(),
  }),
  /** Code of a teammate was not taken over. */
  z.strictObject({
    type: z.literal('skill-declined'),
    name: z.string(),
    from: z.string(),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('skill-admitted'),
    name: z.string(),
    version: z.number().int(),
    status: z.enum(['provisional', 'verified', 'retired']),
    description: z.string(),
  }),
  /** The one event of an agent that changes its memory: everything that its step decided. */
  z.strictObject({
    type: z.literal('step-committed'),
    /** Counts the agent's commits from 1. */
    step: z.number().int().positive(),
    changes: z.array(memoryChangeSchema),
  }),
  /** Somebody changed the agent's memory by hand while no run was going on. */
  z.strictObject({
    type: z.literal('memory-edited'),
    /** What was asked for, such as `forget`. */
    edit: z.string(),
    changes: z.array(memoryChangeSchema),
  }),
  z.strictObject({
    type: z.literal('task-ended'),
    task: z.string(),
    status: z.enum(['done', 'set-aside', 'given-up']),
    reason: z.string().nullable(),
  }),
  z.strictObject({ type: z.literal('body-reported'), event: bodyEventSchema }),
  /** The agent's percept, shortened to what a spectator wants to see. */
  z.strictObject({
    type: z.literal('state-seen'),
    health: z.number(),
    food: z.number(),
    position: z.strictObject({ x: z.number(), y: z.number(), z: z.number() }),
    inventory: z.record(z.string(), z.number().int()),
    /** Kinds of blocks and names of creatures within sight, nearest first. */
    sees: z.array(z.string()).optional(),
  }),
  z.strictObject({ type: z.literal('agent-finished'), reached: z.boolean(), reason: z.string() }),
  z.strictObject({ type: z.literal('run-ended'), reached: z.boolean(), reason: z.string() }),
])

export type RunEvent = Readonly<z.infer<typeof runEventSchema>>

/** What the event changes in its agent's memory; null for events that change nothing there. */
export function changesIn(event: RunEvent): readonly MemoryChange[] | null {
  return event.type === 'step-committed' || event.type === 'memory-edited' ? event.changes : null
}
