import * as z from 'zod'
import { thinkingTimeSchema } from '../agent/thinking-time.ts'
import {
  brainSpecSchema,
  modelSpecSchema,
  PLANNER,
  teamBudgetSchema,
} from '../brain/language/model/model-spec.ts'
import { agentIdSchema } from '../core/agent-id.ts'
import { serverAddressSchema } from '../core/body.ts'
import { facultiesSchema } from '../core/faculties.ts'
import { type Goal, goalSchema } from '../core/goal.ts'

import { itemCountsSchema } from '../core/item-counts.ts'
import { playerRightsSchema } from '../core/player-rights.ts'
import { embeddingServiceSchema } from '../memory/embedding/embedding-service.ts'

import { knowledgeSpecSchema } from '../mind/knowledge-spec.ts'

/** Versions of Minecraft that the embedded server speaks. */
export const gameVersionSchema = z.enum(['1.21.4', '1.20.1'])

export const teamAgentSchema = z.strictObject({
  name: agentIdSchema.describe('Its player name in the game.'),
  knowledge: knowledgeSpecSchema
    .default('expert')
    .describe('What it knows at the start: "expert" all recipes and tools, "novice" a small part of them.'),
  brain: brainSpecSchema
    .default(PLANNER)
    .describe(
      'What it thinks with: "planner", a model such as "openai/gpt-5-mini", or {use, roles, fallback, budget}.',
    ),
  role: z.string().default('').describe('What it is there for, in your own words.'),
  faculties: facultiesSchema
    .prefault({})
    .describe('What its mind can do; switch parts off to see what they are worth.'),
  inventory: itemCountsSchema
    .default({})
    .describe('What it carries when it joins for the first time, such as {oak_log: 3}; in a world of ours.'),
})

export const teamLimitsSchema = z.strictObject({
  minutes: z.number().positive().default(30).describe('Length of the run, in minutes of game time.'),
  attemptTicks: z.int().positive().default(6000).describe('Deadline of one attempt, in ticks (20 a second).'),
  fuel: z.int().positive().default(2_000_000).describe('Loop turns and calls before skill code is runaway.'),
  turnMs: z
    .int()
    .positive()
    .default(5000)
    .describe('Safety net for one turn of skill code, in real milliseconds.'),
  memoryMb: z.int().min(96).default(256).describe('Resident memory of a skill process, in MiB.'),
  attemptsPerStep: z.int().min(1).max(20).default(4).describe('Attempts at a task before it is put aside.'),
  communicationRounds: z.int().min(0).max(20).default(3).describe('Questions to teammates after a failure.'),
  answerTicks: z.int().positive().default(200).describe('How long to wait for an answer, in ticks.'),
})

const budget = (most: number, what: string) =>
  z.int().positive().nullable().default(most).describe(`${what} kept at most; null for no limit.`)

/** What agents remember of a run, and how they find it again. */
export const teamMemorySchema = z.strictObject({
  from: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe(
      'A run whose memories agents of the same name start with: facts, episodes and skills, and places where the world is the ' +
        'same.',
    ),
  lives: z
    .int()
    .min(1)
    .max(5)
    .default(1)
    .describe(
      'In studies: how often the world is lived in from its start, each time with the memories of the time before; the last counts.',
    ),
  embeddings: z
    .union([z.enum(['auto', 'local', 'none']), embeddingServiceSchema])
    .default('auto')
    .describe(
      'How memories are compared by meaning: "local" by a small model on this machine, {url, model} by a service, ' +
        '"none" by words alone; "auto" is "local" where a brain reads what comes to mind, and "none" for planners.',
    ),
  budget: z
    .strictObject({
      episodes: budget(2000, 'Episodes'),
      facts: budget(5000, 'Facts'),
      messages: budget(5000, 'Messages'),
      skillVersions: budget(1000, 'Versions of skills'),
    })
    .prefault({})
    .describe('What is least worth keeping is forgotten beyond it; never what is in use.'),
})

const serverSchema = z.strictObject({
  ...serverAddressSchema.shape,
  port: serverAddressSchema.shape.port.default(25565),
  version: serverAddressSchema.shape.version.default(null).describe('null asks the server.'),
  auth: serverAddressSchema.shape.auth.default('offline'),
})

/** The team file as it is written by hand: what has a default may be left out. */
export const teamFileSchema = z
  .strictObject({
    name: z.string().min(1).default('team'),
    world: z.string().min(1).nullable().default(null).describe('A world of the embedded server.'),
    server: serverSchema.nullable().default(null).describe('A server to join instead of a world of our own.'),
    version: gameVersionSchema.default('1.21.4').describe('What the embedded server speaks.'),
    seed: z.int().default(1).describe('Same seed, same world and same choices.'),
    time: z
      .enum(['real', 'simulated'])
      .default('real')
      .describe(
        '"simulated" plays as fast as the machine can, and twice the same; only in a world of our own.',
      ),
    thinking: thinkingTimeSchema
      .default('freeze')
      .describe(
        'What thinking costs in simulated time: "freeze" nothing, {ticks: N} so many a thought, {tokensPerSecond: N}.',
      ),
    goal: z
      .union([z.string(), goalSchema])
      .nullable()
      .default(null)
      .describe('Such as "have 1 stone_pickaxe"; null lets the agents choose for themselves.'),
    until: z
      .union([z.enum(['all', 'any']), z.array(agentIdSchema).min(1)])
      .default('all')
      .describe('Who must reach the goal before the run ends: all, any, or the agents that are named.'),
    shared: z
      .boolean()
      .default(false)
      .describe(
        'Whether the team reaches the goal together: with until "all" it is divided and all belongings count, with "any" ' +
          'one agent is to reach it and the others help. Otherwise each agent has the whole goal for itself.',
      ),
    limits: teamLimitsSchema.prefault({}),
    memory: teamMemorySchema.prefault({}),
    models: z
      .record(z.string().regex(/^[\w.-]+$/), modelSpecSchema)
      .default({})
      .describe('Language models by names of your own, for brains to use.'),
    budget: teamBudgetSchema.prefault({}).describe('What language models may cost.'),
    channel: z
      .enum(['in-process', 'game-chat', 'none'])
      .default('in-process')
      .describe(
        'How teammates talk: "in-process" unheard by others, "game-chat" aloud and in whispers, where all can listen.',
      ),
    players: z
      .array(playerRightsSchema)
      .default([])
      .describe('What people in the game may do; who is not named may talk.'),
    gameChat: z.boolean().default(false).describe("Whether skills may write to the game's chat."),
    trials: z
      .boolean()
      .default(true)
      .describe('Whether new skills are tried from another start, in a second world, to be called verified.'),
    library: z.string().min(1).nullable().default(null).describe('A run or a skill folder to start from.'),
    documents: z
      .array(z.string().min(1))
      .default([])
      .describe('Texts that all agents have read, Markdown or plain: a guide, the rules of the server.'),
    agents: z.array(teamAgentSchema).min(1).max(50),
  })
  .meta({ title: 'Kithcraft team', description: 'A team of agents, where they play and what for.' })

export type GameVersion = z.infer<typeof gameVersionSchema>
export type TeamAgent = Readonly<z.infer<typeof teamAgentSchema>>
export type TeamLimits = Readonly<z.infer<typeof teamLimitsSchema>>

/** A checked team file: defaults filled in, the goal parsed, exactly one of `world` and `server` set. */
export type TeamFile = Readonly<
  Omit<z.infer<typeof teamFileSchema>, 'goal' | 'agents'> & {
    readonly goal: Goal | null
    readonly agents: readonly TeamAgent[]
  }
>
