import type { ItemStack } from '../inventory/item-stack.ts'
import { angleByte, velocityShort } from '../protocol/angle.ts'
import type { Packet } from '../protocol/packet.ts'
import type { EntityFacts } from '../protocol/version-protocol.ts'
import { attributesOf } from './attributes.ts'
import type { ArrowEntity, Body, Entity, MobEntity, OrbEntity } from './entity.ts'
import { showEquipment } from './equipment.ts'
import type { Game } from './game.ts'
import { showMob } from './mob-looks.ts'
import { Player } from './player.ts'
import { looksOf } from './player-looks.ts'
import { showSeats } from './seats.ts'
import { boatWood } from './vehicle-looks.ts'

/** Ticks between two reports of where a body is; what flies fast is reported in each. Vanilla's for players and mobs. */
const intervals: Readonly<Partial<Record<(Player | Entity)['type'], number>>> = {
  player: 2,
  mob: 3,
  item: 3,
  orb: 3,
}

/** Tells each player about entities that came into sight, moved, or went out of sight. */
export function trackEntities(game: Game): void {
  const { sight } = game
  sight.update(game)
  const due = dueBodies(game)
  for (const viewer of game.players.values()) updateSeen(game, viewer, due)
  for (const { body, watchers } of due) if (watchers.length > 0) sendPosition(game, body, watchers)
}

/** A body whose place is reported now, and those who have seen it before. */
interface Report {
  readonly body: Player | Entity
  /** As the sight counts bodies. */
  readonly number: number
  readonly watchers: Player[]
}

function dueBodies({ entities, players, sight, tick }: Game): readonly Report[] {
  const due: Report[] = []
  for (const bodies of [players.values(), entities.awake()]) {
    for (const body of bodies) {
      if (!body.moved || (tick + body.id) % (intervals[body.type] ?? 1) !== 0) continue
      body.moved = false
      due.push({ body, number: sight.numberOf(body) ?? Number.NaN, watchers: [] })
    }
  }
  return due
}

/** Takes an entity out of the game and out of everyone's sight. */
export function forget(game: Game, id: number): void {
  const watchers = [...game.players.values()].filter((player) => player.seen.delete(id))
  game.sendTo(watchers, { name: 'entity_destroy', params: { entityIds: [id] } })
}

/** Shows the viewer what came into sight, takes back what went out of it, and notes it as a watcher of the rest. */
function updateSeen(game: Game, viewer: Player, due: readonly Report[]): void {
  const { entering, gone, marks } = game.sight.look(viewer)
  for (const { body, number, watchers } of due) {
    if (marks[number] === 1 && !entering.includes(body)) watchers.push(viewer)
  }
  for (const body of entering) show(game, viewer, body)
  if (gone.length === 0) return
  for (const id of gone) viewer.seen.delete(id)
  viewer.connection.send({ name: 'entity_destroy', params: { entityIds: gone } })
}

function show(game: Game, viewer: Player, body: Player | Entity): void {
  viewer.seen.add(body.id)
  if (body instanceof Player) {
    viewer.connection.send(game.protocol.spawnPlayer(factsOf(body)))
    showHead(viewer, body)
    showEquipment(game, body, viewer)
    viewer.connection.send(looksOf(game, body))
    viewer.connection.send(attributesOf(game, body))
    if (body.vehicle !== null) showSeats(game, viewer, body.vehicle)
    return
  }
  for (const bytes of spawnBytes(game, body)) viewer.connection.sendEncoded(bytes)
  showHead(viewer, body)
  showSeats(game, viewer, body.id)
  if (body.type === 'vehicle' && body.kind.name === 'boat') viewer.connection.send(boatWood(body))
  if (body.type !== 'mob') return
  showMob(game, viewer, body)
  viewer.connection.send(attributesOf(game, body))
}

/** What clients are told first of a body that comes into sight, and what of the body it follows from. */
interface Spawn {
  readonly position: Body['position']
  readonly velocity: Body['velocity']
  readonly yaw: number
  readonly pitch: number
  readonly stack: ItemStack | null
  readonly bytes: readonly Buffer[]
}

/** Made once for all who see a body as long as it lies still. */
const spawns = new WeakMap<Entity, Spawn>()

function spawnBytes(game: Game, body: Entity): readonly Buffer[] {
  const { position, velocity, yaw, pitch } = body
  const stack = body.type === 'item' || body.type === 'thrown' ? body.stack : null
  const known = spawns.get(body)
  const isAsItWas = known?.position === position && known.velocity === velocity && known.stack === stack
  if (isAsItWas && known.yaw === yaw && known.pitch === pitch) return known.bytes
  const packets = [body.type === 'orb' ? orbPacket(body) : spawnPacket(body)]
  if (stack !== null) packets.push(itemMetadata(game, body.id, stack))
  const bytes = packets.map((packet) => game.options.encode(packet))
  spawns.set(body, { position, velocity, yaw, pitch, stack, bytes })
  return bytes
}

/** Tells the watchers of an item on the ground what it has become. It is not done with: it may merge with others now. */
export function refreshItem(game: Game, item: Extract<Entity, { type: 'item' }>): void {
  item.resting = false
  game.entities.wake(item)
  game.sendToWatchers(item.id, itemMetadata(game, item.id, item.stack))
}

const ITEM_METADATA_KEY = 8

function itemMetadata(game: Game, id: number, stack: ItemStack): Packet {
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

function sendPosition(game: Game, body: Player | Entity, watchers: readonly Player[]): void {
  game.sendTo(watchers, game.protocol.entityPosition(factsOf(body)))
  if (!hasHead(body) || body.toldYaw === angleByte(body.yaw)) return
  body.toldYaw = angleByte(body.yaw)
  game.sendTo(watchers, headPacket(body))
}

function hasHead(body: Player | Entity): body is Player | MobEntity | ArrowEntity {
  return body.type === 'player' || body.type === 'mob' || body.type === 'arrow'
}

function headPacket({ id, yaw }: Body): Packet {
  return { name: 'entity_head_rotation', params: { entityId: id, headYaw: angleByte(yaw) } }
}

/** Tells one who has just been shown a body where its head is turned. The others are told again when they know another direction. */
function showHead(viewer: Player, body: Player | Entity): void {
  if (!hasHead(body)) return
  viewer.connection.send(headPacket(body))
  if (body.toldYaw !== angleByte(body.yaw)) body.toldYaw = null
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
