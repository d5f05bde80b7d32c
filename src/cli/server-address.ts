import type { ServerAddress } from '../core/body.ts'
import { InputError } from '../core/errors.ts'

const DEFAULT_PORT = 25565

/**
 * Reads `host`, `host:port` or `[address]:port`; the port is Minecraft's own unless given. Throws an InputError.
 *
 * @param base where version and login come from; null to ask the server and join offline
 */
export function parseServerAddress(text: string, base: ServerAddress | null): ServerAddress {
  const match = /^(?:\[([^\]]+)\]|([^:\s/]+))(?::(\d+))?$/.exec(text)
  const host = match?.[1] ?? match?.[2]
  const port = match?.[3] === undefined ? DEFAULT_PORT : Number(match[3])
  if (host === undefined || port < 1 || port > 65535) {
    throw new InputError(`"${text}" is no server address. Write it like "localhost:25565".`)
  }
  return { host, port, version: base?.version ?? null, auth: base?.auth ?? 'offline' }
}
