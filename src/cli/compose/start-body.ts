import { RemoteBody } from '../../body/remote-body.ts'
import type { Body, ServerAddress } from '../../core/body.ts'
import { entryPoint } from '../../core/entry-point.ts'
import { startProcess } from './child-process.ts'

/** The bots of a team in a process of their own, which is started again when it dies. */
export function startBody(
  server: ServerAddress,
  agents: readonly string[],
  viewerPort: number | null,
): RemoteBody {
  const path = entryPoint(import.meta.url, './body-process')
  return new RemoteBody({ start: () => startProcess(path, { server, agents, viewerPort }) })
}

/**
 * Joins all bots and resolves with the Minecraft version that they play.
 * Rejects with the body's InfrastructureError when one cannot join.
 */
export async function joinTeam(body: Body, agents: readonly string[]): Promise<string> {
  const joined = Promise.withResolvers<string>()
  const stopListening = body.onEvent((event) => {
    if (event.type === 'bot-joined') joined.resolve(event.version)
  })
  try {
    await Promise.all(agents.map((agent) => body.join(agent)))
    return await joined.promise
  } finally {
    stopListening()
  }
}
