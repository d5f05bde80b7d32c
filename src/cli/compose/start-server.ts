import * as z from 'zod'
import { entryPoint } from '../../core/entry-point.ts'
import { InfrastructureError } from '../../core/errors.ts'
import { endProcess, firstMessage, startProcess } from './child-process.ts'
import type { ServerOrder } from './server-process.ts'

const readinessSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), port: z.number().int() }),
  z.strictObject({ type: z.literal('failed'), reason: z.string() }),
])

/** The embedded game server in a process of its own. */
export interface ServerProcess {
  readonly port: number
  /** Resolves with the reason when the process ends without having been closed. */
  readonly died: Promise<string>
  close(): Promise<void>
}

export type ServedGame = Pick<ServerOrder, 'world' | 'seed' | 'version' | 'belongings'>

/** Starts the embedded server on loopback, on any free port. Rejects with an InfrastructureError. */
export async function startServer(game: ServedGame): Promise<ServerProcess> {
  const child = startProcess(entryPoint(import.meta.url, './server-process'), {
    ...game,
    host: '127.0.0.1',
    port: 0,
  })
  const readiness = await firstMessage(child, readinessSchema, 'game server')
  if (readiness.type === 'failed') {
    await endProcess(child)
    throw new InfrastructureError(`The embedded game server did not start: ${readiness.reason}`)
  }
  let closing = false
  const died = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      if (!closing) resolve(`The embedded game server ended (${signal ?? `exit code ${code}`}).`)
    })
  })
  const close = () => {
    closing = true
    return endProcess(child)
  }
  return { port: readiness.port, died, close }
}
