import { OFF_HAND } from '../inventory/player-inventory.ts'
import type { Packet } from '../protocol/packet.ts'
import type { MetadataEntry } from '../protocol/version-protocol.ts'
import { effectFlags, effectParticles } from './effect-looks.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

const flagBits = {
  burning: 0x01,
  sneaking: 0x02,
  sprinting: 0x08,
  swimming: 0x10,
  invisible: 0x20,
} as const

const handBits = { inUse: 0x01, offHand: 0x02 } as const

/** Numbers of the poses in the protocol. */
const poses = { standing: 0, sleeping: 2, swimming: 3, sneaking: 5, dying: 7 } as const

/**
 * Tells everyone who sees the player, and the player itself, what has changed of how it looks: flames, pose, air, the hand
 * in use, health, skin. Source: Minecraft Wiki, "Java Edition protocol/Entity metadata".
 */
export function showLooks(game: Game, player: Player): void {
  const { looks } = player.shown
  if (looks !== null && isAsShown(game, player, looks)) return
  const entries = entriesOf(game, player)
  const changed = entries.filter((entry, index) => looks === null || !isSame(entry, looks[index]))
  if (changed.length === 0) return
  player.shown.looks = entries
  const viewers = [...game.players.values()].filter((one) => one === player || one.seen.has(player.id))
  game.sendTo(viewers, looksPacket(player, changed))
}

/** All of the player's looks, for who has just come into its sight. */
export function looksOf(game: Game, player: Player): Packet {
  return looksPacket(player, player.shown.looks ?? entriesOf(game, player))
}

function looksPacket(player: Player, metadata: readonly MetadataEntry[]): Packet {
  return { name: 'entity_metadata', params: { entityId: player.id, metadata } }
}

function isSame({ value }: MetadataEntry, other: MetadataEntry | undefined): boolean {
  return (
    value === other?.value || (Array.isArray(value) && JSON.stringify(value) === JSON.stringify(other?.value))
  )
}

/** So it is for most players in most ticks: told without making anything. */
function isAsShown(game: Game, player: Player, shown: readonly MetadataEntry[]): boolean {
  return (
    looks.every(({ read }, index) => shown[index]?.value === read(player)) &&
    shown[looks.length]?.value === effectParticles(game, player).value
  )
}

function entriesOf(game: Game, player: Player): readonly MetadataEntry[] {
  const entries = looks.map(({ key, type, read }) => ({ key, type, value: read(player) }))
  return [...entries, effectParticles(game, player)]
}

interface Look {
  readonly key: number
  readonly type: string
  readonly read: (player: Player) => unknown
}

/** All but the particles: numbers and types are the same in both versions. */
const looks: readonly Look[] = [
  { key: 0, type: 'byte', read: flagsOf },
  { key: 1, type: 'int', read: ({ air }) => air },
  { key: 6, type: 'pose', read: (player) => poses[poseOf(player)] },
  { key: 8, type: 'byte', read: handUseOf },
  { key: 9, type: 'float', read: ({ health }) => health },
  { key: 14, type: 'optional_block_pos', read: ({ sleeping }) => sleeping ?? undefined },
  { key: 15, type: 'float', read: ({ absorption }) => absorption },
  { key: 17, type: 'byte', read: ({ settings }) => settings.skinParts },
  { key: 18, type: 'byte', read: ({ settings }) => settings.mainHand },
]

function flagsOf(player: Player): number {
  return (
    (player.fireTicks > 0 ? flagBits.burning : 0) |
    (player.sneaking ? flagBits.sneaking : 0) |
    (player.sprinting ? flagBits.sprinting : 0) |
    (player.swimming ? flagBits.swimming : 0) |
    (player.gameMode === 'spectator' ? flagBits.invisible : 0) |
    effectFlags(player)
  )
}

function poseOf(player: Player): keyof typeof poses {
  if (player.isDead) return 'dying'
  if (player.sleeping !== null) return 'sleeping'
  if (player.swimming) return 'swimming'
  return player.sneaking ? 'sneaking' : 'standing'
}

function handUseOf({ eating, drawing, blocking }: Player): number {
  const use = eating ?? drawing ?? blocking
  if (use === null) return 0
  return handBits.inUse | (use.slot === OFF_HAND ? handBits.offHand : 0)
}
