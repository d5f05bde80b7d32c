import { assertNever } from '../../src/core/assert-never.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import { protocol1201 } from './version-1-20-1.ts'
import { protocol1214 } from './version-1-21-4.ts'
import type { VersionProtocol } from './version-protocol.ts'

/** The packets of the registry's version. */
export function protocolOf(registry: GameRegistry): VersionProtocol {
  switch (registry.version) {
    case '1.21.4':
      return protocol1214(registry)
    case '1.20.1':
      return protocol1201(registry)
    default:
      return assertNever(registry.version)
  }
}
