import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'

const SHARED_FLAGS_KEY = 0
const SNEAKING_FLAG = 0x02

/** The player ducks or stands up again; others see it. */
export function sneak(game: Game, player: Player, sneaking: boolean): void {
  if (player.sneaking === sneaking) return
  player.sneaking = sneaking
  const flags = { key: SHARED_FLAGS_KEY, type: 'byte', value: sneaking ? SNEAKING_FLAG : 0 }
  game.sendToWatchers(player.id, {
    name: 'entity_metadata',
    params: { entityId: player.id, metadata: [flags] },
  })
}
