import type { ProtocolClient } from './minecraft-protocol.ts'
import type { VersionProtocol } from './version-protocol.ts'

/** Decides about a player name: null to let it in, else the reason that the client shows. */
export type Admission = (name: string) => string | null

interface Handshake {
  readonly protocolVersion: number
  readonly nextState: number
}

type LoginListener = (packet: { readonly username: string }) => void

/**
 * Puts checks before minecraft-protocol's own login, which ends connections of another version without a word and knows
 * no other refusals.
 */
export function guardLogin(client: ProtocolClient, protocol: VersionProtocol, admit: Admission): void {
  client.removeAllListeners('set_protocol')
  client.once('set_protocol', (handshake: Handshake) => shakeHands(client, protocol, handshake))
  const login = client.listeners('login_start')[0] as LoginListener
  client.removeAllListeners('login_start')
  client.once('login_start', (packet: { readonly username: string }) => {
    const refusal = admit(packet.username)
    if (refusal === null) login(packet)
    else client.end(refusal)
  })
}

function shakeHands(client: ProtocolClient, protocol: VersionProtocol, handshake: Handshake): void {
  client.protocolVersion = handshake.protocolVersion
  client.state = handshake.nextState === 1 ? 'status' : 'login'
  if (handshake.nextState === 1 || handshake.protocolVersion === protocol.number) return
  client.end(
    `This server speaks Minecraft ${protocol.version} (protocol ${protocol.number}), your client protocol ` +
      `${handshake.protocolVersion}. Join with version ${protocol.version}.`,
  )
}
