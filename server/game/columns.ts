import { settleColumn } from '../mobs/spawning/herds.ts'
import { encodeLitPacket } from '../protocol/lit-packets.ts'
import type { Game } from './game.ts'
import { columnKey } from './game.ts'
import type { Player } from './player.ts'
import { shownBlockEntities } from './shown-block-entities.ts'

/** Columns that a player gets at most in one tick. */
const COLUMNS_PER_TICK = 16
/** Columns that a player who appears gets at once, to stand on. */
const COLUMNS_AT_ONCE = 25
/** Columns that are made or made anew in one tick for all players together, so that explorers do not stop the others. */
const NEW_COLUMNS_PER_TICK = 6
/** Bytes that a client has not read yet with which it gets no more columns. */
const MOST_UNREAD = 4 << 20

/** How many columns may still be sent to a player, and how many of them may be new. */
interface ColumnAllowance {
  readonly all: number
  fresh: number
}

/** Sends all players the nearest columns that they lack and takes back those that are out of sight. */
export function streamAllColumns(game: Game): void {
  const allowance = { all: COLUMNS_PER_TICK, fresh: NEW_COLUMNS_PER_TICK }
  for (const player of game.players.values()) streamColumns(game, player, allowance)
}

/** Sends a player who has just appeared the columns right around it. */
export function sendFirstColumns(game: Game, player: Player): void {
  streamColumns(game, player, { all: COLUMNS_AT_ONCE, fresh: COLUMNS_AT_ONCE })
}

/** What is sent of new columns is taken off the allowance. */
function streamColumns(game: Game, player: Player, allowance: ColumnAllowance): void {
  const centerX = Math.floor(player.position.x) >> 4
  const centerZ = Math.floor(player.position.z) >> 4
  const center = columnKey(centerX, centerZ)
  const complete = player.columns.size >= columnOffsets(player.viewDistance).length
  if (center === player.columnCenter && complete) return
  if (player.connection.backlog > MOST_UNREAD) return
  if (center !== player.columnCenter) recenter(player, centerX, centerZ)
  sendMissing(game, player, [centerX, centerZ], allowance)
}

function recenter(player: Player, centerX: number, centerZ: number): void {
  player.columnCenter = columnKey(centerX, centerZ)
  player.connection.send({ name: 'update_view_position', params: { chunkX: centerX, chunkZ: centerZ } })
  for (const [key, { x, z }] of player.columns) {
    if (Math.max(Math.abs(x - centerX), Math.abs(z - centerZ)) <= player.viewDistance + 1) continue
    player.columns.delete(key)
    player.connection.send({ name: 'unload_chunk', params: { chunkX: x, chunkZ: z } })
  }
}

function sendMissing(
  game: Game,
  player: Player,
  [centerX, centerZ]: readonly [number, number],
  allowance: ColumnAllowance,
): void {
  const missing: [number, number][] = []
  for (const [offsetX, offsetZ] of columnOffsets(player.viewDistance)) {
    if (missing.length >= allowance.all) break
    const [x, z] = [centerX + offsetX, centerZ + offsetZ]
    if (player.columns.has(columnKey(x, z))) continue
    if (!game.world.hasPayload(x, z)) {
      if (allowance.fresh <= 0) break
      allowance.fresh -= 1
    }
    missing.push([x, z])
  }
  if (missing.length === 0) return
  const { connection } = player
  if (game.protocol.hasChunkBatches) connection.send({ name: 'chunk_batch_start', params: {} })
  for (const [x, z] of missing) {
    player.columns.set(columnKey(x, z), { x, z })
    settleColumn(game, x, z)
    connection.sendEncoded(columnBytes(game, x, z))
  }
  if (game.protocol.hasChunkBatches) {
    connection.send({ name: 'chunk_batch_finished', params: { batchSize: missing.length } })
  }
}

/** Bytes by payload: the world makes a new payload when a block in the column has changed. */
const encoded = new WeakMap<object, Buffer>()

function columnBytes(game: Game, x: number, z: number): Buffer {
  const payload = game.world.columnPayload(x, z)
  const known = encoded.get(payload)
  if (known !== undefined) return known
  const blockEntities = shownBlockEntities(game, x, z)
  const params = { ...payload, blockEntities }
  const bytes = encodeLitPacket(game.options.encode, { name: 'map_chunk', params })
  encoded.set(payload, bytes)
  return bytes
}

const offsetsByDistance = new Map<number, readonly (readonly [number, number])[]>()

/** Offsets of all columns within the distance, nearest first. */
function columnOffsets(distance: number): readonly (readonly [number, number])[] {
  const known = offsetsByDistance.get(distance)
  if (known !== undefined) return known
  const offsets: (readonly [number, number])[] = []
  for (let x = -distance; x <= distance; x++) {
    for (let z = -distance; z <= distance; z++) offsets.push([x, z])
  }
  offsets.sort((a, b) => a[0] ** 2 + a[1] ** 2 - (b[0] ** 2 + b[1] ** 2))
  offsetsByDistance.set(distance, offsets)
  return offsets
}
