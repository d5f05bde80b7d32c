import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { showBlockEntity } from '../game/shown-block-entities.ts'
import { blankSign, isSign, SIGN_LINES, type Sign, type SignText } from '../game/sign.ts'
import { withCount } from '../inventory/item-stack.ts'
import { reachesBlock } from './reach.ts'

/** Longest line that vanilla's server takes; clients allow only what fits the board. */
const MOST_LINE = 384

/** What a client wrote onto one side of a sign. */
export interface SignEdit {
  readonly position: Position
  readonly front: boolean
  readonly lines: readonly string[]
}

/** Gives a sign that was just placed to the player to write on. Source: Minecraft Wiki, "Sign". */
export function openPlacedSign(game: Game, player: Player, position: Position): void {
  if (!isSignBlock(game, position)) return
  game.world.setBlockEntity(position, blankSign)
  openEditor(game, player, position, true)
}

/**
 * The player uses a sign: writes on the side that it stands at, or dyes, lights or waxes it with what it holds. Says
 * whether the block is a sign.
 */
export function useSign(game: Game, player: Player, position: Position): boolean {
  if (!isSignBlock(game, position)) return false
  const sign = signAt(game, position)
  if (sign.waxed) return true
  const front = isAtFront(game, player, position)
  if (changeByHand(game, player, position, front)) return true
  if (player.gameMode !== 'adventure' && !isTaken(game, sign, player)) {
    openEditor(game, player, position, front)
  }
  return true
}

/** Writes what the client sent, if the sign is open for it. */
export function editSign(game: Game, player: Player, { position, front, lines }: SignEdit): void {
  if (!reachesBlock(player, position) || !isSignBlock(game, position)) return
  const sign = signAt(game, position)
  if (sign.waxed || sign.editor !== player.uuid) return
  const side = front ? sign.front : sign.back
  const written: SignText = { ...side, lines: lines.slice(0, SIGN_LINES).map(cleanLine) }
  const edited: Sign = { ...withSide(sign, front, written), editor: null }
  showBlockEntity(game, position, edited)
}

/** What is written on the sign at the position. */
export function signAt(game: Game, position: Position): Sign {
  const entity = game.world.blockEntityAt(position)
  return isSign(entity) ? entity : blankSign
}

function openEditor(game: Game, player: Player, position: Position, front: boolean): void {
  const sign: Sign = { ...signAt(game, position), editor: player.uuid }
  showBlockEntity(game, position, sign)
  player.connection.send({ name: 'open_sign_entity', params: { location: position, isFrontText: front } })
}

/** Whether somebody else writes on the sign and is still near enough to. */
function isTaken(game: Game, sign: Sign, player: Player): boolean {
  if (sign.editor === null || sign.editor === player.uuid) return false
  return [...game.players.values()].some(({ uuid }) => uuid === sign.editor)
}

function isSignBlock(game: Game, position: Position): boolean {
  return game.world.blockAt(position).name.endsWith('_sign')
}

/** Dye colours the words, glow ink lets them shine, an ink sac ends that, honeycomb seals the sign. */
function changeByHand(game: Game, player: Player, position: Position, front: boolean): boolean {
  const { held } = player
  const sign = signAt(game, position)
  const side = front ? sign.front : sign.back
  const changed = held === null ? null : changedSign(sign, side, front, held.name)
  if (held === null || changed === null) return false
  showBlockEntity(game, position, changed)
  if (player.gameMode !== 'creative') player.held = withCount(held, held.count - 1)
  return true
}

function changedSign(sign: Sign, side: SignText, front: boolean, item: string): Sign | null {
  if (item === 'honeycomb') return { ...sign, waxed: true, editor: null }
  if (side.lines.every((line) => line === '')) return null
  const color = item.endsWith('_dye') ? item.slice(0, -'_dye'.length) : side.color
  if (color !== side.color) return withSide(sign, front, { ...side, color })
  const glowing = item === 'glow_ink_sac' || (side.glowing && item !== 'ink_sac')
  return glowing === side.glowing ? null : withSide(sign, front, { ...side, glowing })
}

function withSide(sign: Sign, front: boolean, side: SignText): Sign {
  return front ? { ...sign, front: side } : { ...sign, back: side }
}

/** Whether the player stands on the side to which the sign's front looks. */
function isAtFront(game: Game, player: Player, position: Position): boolean {
  const { properties } = game.world.blockAt(position)
  const degrees = quarters[properties.facing ?? ''] ?? (Number(properties.rotation ?? 0) * 360) / 16
  const angle = (degrees * Math.PI) / 180
  const [x, z] = [player.position.x - (position.x + 0.5), player.position.z - (position.z + 0.5)]
  return -Math.sin(angle) * x + Math.cos(angle) * z >= 0
}

/** Degrees to which a block that faces there looks. */
const quarters: Readonly<Record<string, number>> = { south: 0, west: 90, north: 180, east: 270 }

function cleanLine(line: string): string {
  return line.replace(/§./g, '').slice(0, MOST_LINE)
}
