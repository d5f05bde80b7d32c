import protocol from 'minecraft-protocol'
import * as z from 'zod'

/** What a Minecraft server tells about itself to whoever asks. Unknown parts of the answer are left out. */
const statusSchema = z.object({
  version: z.object({ name: z.string(), protocol: z.number().int() }),
  players: z.object({ online: z.number(), max: z.number() }),
})

export type ServerStatus = Readonly<z.infer<typeof statusSchema>>

/** How long a server that accepted the connection may take to answer, in milliseconds. */
const ANSWER_MS = 5000

/**
 * Asks a server for its status, as the game's list of servers does (Minecraft Wiki: "Java Edition protocol/Server List
 * Ping"). Rejects with the error of the network, and for something that gives no such answer.
 */
export async function pingServer(host: string, port: number): Promise<ServerStatus> {
  // `noPongTimeout`: the answer is complete before the pong, and some servers send none.
  const answer: unknown = await protocol.ping({ host, port, closeTimeout: ANSWER_MS, noPongTimeout: 500 })
  return statusSchema.parse(answer)
}
