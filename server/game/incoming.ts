import type { Position } from '../../src/core/position.ts'
import { completeForPlayer, runPlayerCommand } from '../commands/run-command.ts'
import type { MovementFields } from '../protocol/version-protocol.ts'
import { editBook } from '../rules/books.ts'
import { chat } from '../rules/chatting.ts'
import { applySettings, type SettingsPacket } from '../rules/client-options.ts'
import { attack } from '../rules/combat.ts'
import { finishDigging, startDigging, stopDigging } from '../rules/digging.ts'
import { faces } from '../rules/faces.ts'
import { mayAsk, maySpeak } from '../rules/flooding.ts'
import { dropHeld, selectHeld, swapHands } from '../rules/holding.ts'
import { movePlayer } from '../rules/movement.ts'
import { answerResourcePack } from '../rules/resource-packs.ts'
import { respawn } from '../rules/respawning.ts'
import { editSign } from '../rules/signs.ts'
import { wakeUp } from '../rules/sleeping.ts'
import { releaseItem, useItem, useOnBlock } from '../rules/using.ts'
import { useOnEntity } from '../rules/using-entities.ts'
import {
  type ClickPacket,
  closeWindow,
  handleClick,
  pressButton,
  renameItem,
  selectTrade,
  setCreativeSlot,
} from '../rules/windows.ts'
import { dismount, driveTo } from '../vehicles/riding.ts'
import { steer } from '../vehicles/steering.ts'
import type { Game } from './game.ts'
import { answerKeepAlive } from './keep-alive.ts'
import type { Player } from './player.ts'

/** The packets of the play state that the game acts on, as minecraft-protocol decodes them. */
interface IncomingPackets {
  teleport_confirm: { teleportId: number }
  keep_alive: { keepAliveId: unknown }
  settings: SettingsPacket
  resource_pack_receive: { result: number }
  position: Position & MovementFields
  position_look: Position & { yaw: number; pitch: number } & MovementFields
  look: { yaw: number; pitch: number } & MovementFields
  flying: MovementFields
  entity_action: { actionId: string }
  player_input: InputPacket
  steer_vehicle: { sideways: number; forward: number; jump: number }
  vehicle_move: Position & { yaw: number }
  block_dig: { status: number; location: Position; face: number; sequence?: number }
  block_place: BlockPlacePacket
  use_item: { hand: number; sequence?: number; rotation?: { x: number; y: number } }
  use_entity: { target: number; mouse: number; hand?: number }
  arm_animation: { hand: number }
  held_item_slot: { slotId: number }
  window_click: ClickPacket
  select_trade: { slot: number }
  enchant_item: { windowId: number; enchantment: number }
  name_item: { name: string }
  close_window: { windowId: number }
  set_creative_slot: { slot: number; item: unknown }
  update_sign: UpdateSignPacket
  edit_book: { hand: number; pages: string[]; title?: string }
  client_command: { actionId: string | number }
  chat_message: { message: string }
  chat_command: { command: string }
  chat_command_signed: { command: string }
  tab_complete: { transactionId: number; text: string }
}

interface InputPacket {
  readonly inputs?: Readonly<
    Partial<Record<'forward' | 'backward' | 'left' | 'right' | 'jump' | 'shift', boolean>>
  >
}

interface UpdateSignPacket {
  readonly location: Position
  readonly isFrontText: boolean
  readonly text1: string
  readonly text2: string
  readonly text3: string
  readonly text4: string
}

interface BlockPlacePacket {
  readonly hand: number
  readonly location: Position
  readonly direction: number
  readonly cursorX: number
  readonly cursorY: number
  readonly cursorZ: number
  readonly sequence?: number
}

type Handlers = {
  readonly [Name in keyof IncomingPackets]: (
    game: Game,
    player: Player,
    packet: IncomingPackets[Name],
  ) => void
}

const handlers: Handlers = {
  teleport_confirm: (_game, player, packet) => {
    if (packet.teleportId === player.pendingTeleport) player.pendingTeleport = null
  },
  keep_alive: (game, player) => answerKeepAlive(game, player),
  settings: (game, player, packet) => applySettings(game, player, packet),
  resource_pack_receive: (game, player, packet) => answerResourcePack(game, player, packet.result),
  position: (game, player, packet) => {
    const position = { x: packet.x, y: packet.y, z: packet.z }
    movePlayer(game, player, { position, yaw: null, pitch: null, onGround: game.protocol.onGround(packet) })
  },
  position_look: (game, player, packet) => {
    const { yaw, pitch } = packet
    const position = { x: packet.x, y: packet.y, z: packet.z }
    movePlayer(game, player, { position, yaw, pitch, onGround: game.protocol.onGround(packet) })
  },
  look: (game, player, packet) => {
    const { yaw, pitch } = packet
    movePlayer(game, player, { position: null, yaw, pitch, onGround: game.protocol.onGround(packet) })
  },
  flying: (game, player, packet) => {
    movePlayer(game, player, {
      position: null,
      yaw: null,
      pitch: null,
      onGround: game.protocol.onGround(packet),
    })
  },
  entity_action: (game, player, packet) => {
    if (packet.actionId === 'start_sneaking') {
      player.sneaking = true
      dismount(game, player)
    }
    if (packet.actionId === 'stop_sleeping') wakeUp(game, player)
    if (packet.actionId === 'start_sprinting') player.sprinting = true
    if (packet.actionId === 'stop_sprinting') player.sprinting = false
    if (packet.actionId === 'stop_sneaking') player.sneaking = false
  },
  player_input: (game, player, { inputs = {} }) => {
    player.sneaking = inputs.shift === true
    const forward = Number(inputs.forward === true) - Number(inputs.backward === true)
    const sideways = Number(inputs.left === true) - Number(inputs.right === true)
    steer(game, player, { forward, sideways, jumps: inputs.jump === true, getsOff: inputs.shift === true })
  },
  steer_vehicle: (game, player, { forward, sideways, jump }) => {
    steer(game, player, { forward, sideways, jumps: false, getsOff: (jump & 2) !== 0 })
  },
  vehicle_move: (game, player, packet) => driveTo(game, player, packet),
  block_dig: (game, player, packet) => {
    actOnBlock(game, player, packet)
    acknowledge(player, packet.sequence)
  },
  block_place: (game, player, packet) => {
    const face = faces[packet.direction]
    const cursor = { x: packet.cursorX, y: packet.cursorY, z: packet.cursorZ }
    if (face !== undefined) {
      useOnBlock(game, player, { position: packet.location, face, cursor, offHand: packet.hand === 1 })
    }
    acknowledge(player, packet.sequence)
  },
  use_item: (game, player, packet) => {
    const { rotation } = packet
    if (rotation !== undefined) turn(game, player, rotation.x, rotation.y)
    useItem(game, player, packet.hand === 1)
    acknowledge(player, packet.sequence)
  },
  use_entity: (game, player, packet) => {
    if (packet.mouse === 1) attack(game, player, packet.target)
    if (packet.mouse === 0) useOnEntity(game, player, packet.target, packet.hand === 1)
  },
  arm_animation: (game, player, packet) => {
    game.sendToWatchers(player.id, {
      name: 'animation',
      params: { entityId: player.id, animation: packet.hand === 1 ? 3 : 0 },
    })
  },
  held_item_slot: (_game, player, packet) => selectHeld(player, packet.slotId),
  window_click: (game, player, packet) => handleClick(game, player, packet),
  select_trade: (game, player, packet) => selectTrade(game, player, packet.slot),
  enchant_item: (game, player, packet) => {
    if (packet.windowId === player.window.id) pressButton(game, player, packet.enchantment)
  },
  name_item: (game, player, packet) => renameItem(game, player, packet.name),
  close_window: (game, player, packet) => {
    if (packet.windowId === player.window.id) closeWindow(game, player)
  },
  set_creative_slot: (game, player, packet) => {
    setCreativeSlot(game, player, packet.slot, game.protocol.readItem(packet.item))
  },
  update_sign: (game, player, { location, isFrontText, text1, text2, text3, text4 }) => {
    editSign(game, player, { position: location, front: isFrontText, lines: [text1, text2, text3, text4] })
  },
  edit_book: (_game, player, { hand, pages, title }) => {
    editBook(player, { slot: hand, pages, title: title ?? null })
  },
  client_command: (game, player, packet) => {
    if (packet.actionId === 'perform_respawn' || packet.actionId === 0) respawn(game, player)
  },
  chat_message: (game, player, packet) => {
    if (maySpeak(game, player)) chat(game, player, packet.message)
  },
  chat_command: command,
  chat_command_signed: command,
  tab_complete: (game, player, packet) => {
    if (mayAsk(game, player)) completeForPlayer(game, player, packet)
  },
}

/** Acts on a packet of the player's client. Packets that the game has no use for are ignored. */
export function handlePacket(game: Game, player: Player, name: string, params: unknown): void {
  if (!Object.hasOwn(handlers, name)) return
  const handler = handlers[name as keyof Handlers] as (game: Game, player: Player, packet: unknown) => void
  handler(game, player, params)
}

function command(game: Game, player: Player, packet: IncomingPackets['chat_command']): void {
  if (maySpeak(game, player)) runPlayerCommand(game, player, packet.command)
}

function actOnBlock(game: Game, player: Player, packet: IncomingPackets['block_dig']): void {
  switch (packet.status) {
    case 0:
      startDigging(game, player, packet.location)
      break
    case 1:
      stopDigging(game, player)
      break
    case 2:
      finishDigging(game, player, packet.location)
      break
    case 3:
      dropHeld(game, player, true)
      break
    case 4:
      dropHeld(game, player, false)
      break
    case 5:
      releaseItem(game, player)
      break
    case 6:
      swapHands(game, player)
      break
  }
}

function turn(game: Game, player: Player, yaw: number, pitch: number): void {
  movePlayer(game, player, { position: null, yaw, pitch, onGround: player.onGround })
}

/** Tells the client that its action with that number has been dealt with, so that it drops its own forecast. */
function acknowledge(player: Player, sequence: number | undefined): void {
  if (sequence === undefined || sequence <= 0) return
  player.connection.send({ name: 'acknowledge_player_digging', params: { sequenceId: sequence } })
}
