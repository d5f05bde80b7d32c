import * as z from 'zod'

/** The name of an agent, which is also its player name in the game: 3 to 16 letters, digits and underscores. */
export const agentIdSchema = z
  .string()
  .regex(/^\w{3,16}$/, 'An agent name has 3 to 16 letters, digits or underscores, as Minecraft demands.')

export type AgentId = string
