import type { Position } from '../../src/core/position.ts'
import { angleByte, velocityShort } from '../protocol/angle.ts'
import type { Packet } from '../protocol/packet.ts'
import type { EntityFacts } from '../protocol/version-protocol.ts'
import { attributesOf } from './attributes.ts'
import type { Body, Entity, OrbEntity } from './entity.ts'
import { showEquipment } from './equipment.ts'
import type { Game } from './game.ts'
import { showMob } from './mob-looks.ts'
import { Player } from './player.ts'
import { looksOf } from './player-looks.ts'

/** How far away players see other players and entities, in blocks along x and z. */
const SIGHT = 64

/** Tells each player about entities that came into sight, moved, or went out of sight. */
export function trackEntities(game: Game): void {
  const bodies: (Player | Entity)[] = [...game.players.values(), ...game.entities.values()]
  for (const viewer of game.players.values()) updateSeen(game, viewer, bodies)
  for (const body of bodies) {
    if (!body.moved) continue
    body.moved = false
    broadcastPosition(game, body)
  }
}

/** Takes an entity out of the game and out of everyone's sight. */
export function forget(game: Game, id: number): void {
  const watchers = [...game.players.values()].filter((player) => player.seen.delete(id))
  game.sendTo(watchers, { name: 'entity_destroy', params: { entityIds: [id] } })
}

function updateSeen(game: Game, viewer: Player, bodies: readonly (Player | Entity)[]): void {
  const gone: number[] = []
  for (const body of bodies) {
    if (body === viewer) continue
    const inSight = isNear(viewer.position, body.position) && !(body instanceof Player && body.isDead)
    if (inSight === viewer.seen.has(body.id)) continue
    if (inSight) show(game, viewer, body)
    else gone.push(body.id)
  }
  if (gone.length === 0) return
  for (const id of gone) viewer.seen.delete(id)
  viewer.connection.send({ name: 'entity_destroy', params: { entityIds: gone } })
}

function isNear(a: Position, b: Position): boolean {
  return Math.abs(a.x - b.x) <= SIGHT && Math.abs(a.z - b.z) <= SIGHT
}

function show(game: Game, viewer: Player, body: Player | Entity): void {
  viewer.seen.add(body.id)
  if (body instanceof Player) {
    viewer.connection.send(game.protocol.spawnPlayer(factsOf(body)))
    showEquipment(game, body, viewer)
    viewer.connection.send(looksOf(game, body))
    viewer.connection.send(attributesOf(game, body))
    return
  }
  viewer.connection.send(body.type === 'orb' ? orbPacket(body) : spawnPacket(body))
  if (body.type === 'item' || body.type === 'thrown')
    viewer.connection.send(itemMetadata(game, body.id, body.stack))
  if (body.type !== 'mob') return
  showMob(game, viewer, body)
  viewer.connection.send(attributesOf(game, body))
}

/** Tells the watchers of an item on the ground what it has become. */
export function refreshItem(game: Game, item: Extract<Entity, { type: 'item' }>): void {
  game.sendToWatchers(item.id, itemMetadata(game, item.id, item.stack))
}

const ITEM_METADATA_KEY = 8

function itemMetadata(game: Game, id: number, stack: Extract<Entity, { type: 'item' }>['stack']): Packet {
  const entry = { key: ITEM_METADATA_KEY, type: 'item_stack', value: game.protocol.item(stack) }
  return { name: 'entity_metadata', params: { entityId: id, metadata: [entry] } }
}

function orbPacket({ id, position, points }: OrbEntity): Packet {
  return { name: 'spawn_entity_experience_orb', params: { entityId: id, ...position, count: points } }
}

function spawnPacket(body: Entity): Packet {
  return {
    name: 'spawn_entity',
    params: {
      entityId: body.id,
      objectUUID: body.uuid,
      type: body.kind.id,
      ...body.position,
      pitch: angleByte(body.pitch),
      yaw: angleByte(body.yaw),
      headPitch: angleByte(body.yaw),
      objectData: body.type === 'bobber' ? body.owner : 0,
      velocity: {
        x: velocityShort(body.velocity.x),
        y: velocityShort(body.velocity.y),
        z: velocityShort(body.velocity.z),
      },
    },
  }
}

function broadcastPosition(game: Game, body: Player | Entity): void {
  const watchers = [...game.players.values()].filter((player) => player.seen.has(body.id))
  if (watchers.length === 0) return
  game.sendTo(watchers, game.protocol.entityPosition(factsOf(body)))
  if (body.type !== 'player' && body.type !== 'mob' && body.type !== 'arrow') return
  game.sendTo(watchers, {
    name: 'entity_head_rotation',
    params: { entityId: body.id, headYaw: angleByte(body.yaw) },
  })
}

function factsOf(body: Body): EntityFacts {
  return {
    id: body.id,
    uuid: body.uuid,
    typeId: body.kind.id,
    position: body.position,
    velocity: body.velocity,
    yaw: body.yaw,
    pitch: body.pitch,
    onGround: body.onGround,
  }
}
