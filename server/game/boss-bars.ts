import type { Packet } from '../protocol/packet.ts'
import type { Text } from '../protocol/text.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

export const bossBarColors = ['pink', 'blue', 'red', 'green', 'yellow', 'purple', 'white'] as const
export const bossBarStyles = ['progress', 'notched_6', 'notched_10', 'notched_12', 'notched_20'] as const

/** A bar at the top of some players' screens. */
export interface BossBar {
  readonly name: string
  readonly uuid: string
  title: Text
  value: number
  max: number
  color: (typeof bossBarColors)[number]
  style: (typeof bossBarStyles)[number]
  visible: boolean
  /** Names of the players who see it when it is visible. */
  readonly players: Set<string>
}

const actions = { create: 0, remove: 1, health: 2, title: 3, style: 4 } as const

/** Tells the bar's players what has changed of it. */
export function showBossBar(game: Game, bar: BossBar, action: keyof typeof actions): void {
  if (!bar.visible && action !== 'remove') return
  const players = [...game.players.values()].filter((player) => bar.players.has(player.name))
  game.sendTo(players, bossBarPacket(game, bar, action))
}

export function bossBarPacket(game: Game, bar: BossBar, action: keyof typeof actions): Packet {
  return {
    name: 'boss_bar',
    params: {
      entityUUID: bar.uuid,
      action: actions[action],
      title: game.protocol.text(bar.title),
      health: Math.min(1, bar.value / bar.max),
      color: bossBarColors.indexOf(bar.color),
      dividers: bossBarStyles.indexOf(bar.style),
      flags: 0,
    },
  }
}

/** Shows a player who has joined the bars that are meant for it. */
export function sendBossBars(game: Game, player: Player): void {
  for (const bar of game.bossBars.values()) {
    if (bar.visible && bar.players.has(player.name)) {
      player.connection.send(bossBarPacket(game, bar, 'create'))
    }
  }
}
