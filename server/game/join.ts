import { PlayerInventory } from '../inventory/player-inventory.ts'
import type { Connection } from '../protocol/connection.ts'
import type { Packet } from '../protocol/packet.ts'
import { gameModes } from '../protocol/version-protocol.ts'
import { offerResourcePack } from '../rules/resource-packs.ts'
import { wakeUp } from '../rules/sleeping.ts'
import { showWeather } from '../rules/weather.ts'
import { closeWindow } from '../rules/windows.ts'
import { admission } from './admission.ts'
import { giveBelongings } from './belongings.ts'
import { broadcastChat } from './chat.ts'
import { sendFirstColumns } from './columns.ts'
import { sendDisplays } from './displays.ts'
import type { Game } from './game.ts'
import { Player } from './player.ts'
import { restorePlayer, savePlayer } from './saved-player.ts'
import { leaveSeat } from './seats.ts'
import { spawnPosition } from './spawn.ts'
import { teleport } from './teleport.ts'
import { forget } from './tracking.ts'
import { sendWindow } from './window-sync.ts'

/** The server's name as clients show it: its length, then its letters. */
const brand = Buffer.from('\u0009Kithcraft')
/** Entity status that tells a client that it may use all commands. */
const OPERATOR_STATUS = 28
const CREATIVE_ABILITIES = 0b1101

/**
 * Takes a client into the game and sends it all that it needs to begin.
 *
 * @returns null when the last place was taken while the client logged in; it has been told
 */
export function joinGame(game: Game, connection: Connection): Player | null {
  const refusal = admission(game, connection.name)
  if (refusal !== null) {
    connection.close(refusal)
    return null
  }
  const replaced = game.playerNamed(connection.name)
  if (replaced !== null) leaveGame(game, replaced)
  const player = createPlayer(game, connection)
  connection.send(game.protocol.login({ ...game.options, entityId: player.id, gameMode: player.gameMode }))
  connection.send({ name: 'custom_payload', params: { channel: 'minecraft:brand', data: brand } })
  connection.send({ name: 'difficulty', params: { difficulty: game.difficulty, difficultyLocked: false } })
  sendAbilities(player)
  connection.send({ name: 'held_item_slot', params: { slot: player.heldIndex } })
  if (player.operator) {
    connection.send({
      name: 'entity_status',
      params: { entityId: player.id, entityStatus: OPERATOR_STATUS },
    })
  }
  game.players.set(player.id, player)
  game.sendTo(game.players.values(), playerList([player]))
  connection.send(playerList([...game.players.values()]))
  sendWorld(game, player)
  sendWindow(game, player)
  sendDisplays(game, player)
  offerResourcePack(game, player)
  connection.send({
    name: 'update_health',
    params: { health: player.health, food: player.food, foodSaturation: player.saturation },
  })
  broadcastChat(game, { text: `${player.name} joined the game`, color: 'yellow' })
  return player
}

/** Takes a player out of the game. What it carries is kept until it comes back. */
export function leaveGame(game: Game, player: Player): void {
  if (!game.players.has(player.id)) return
  wakeUp(game, player)
  leaveSeat(game, player)
  closeWindow(game, player)
  game.players.delete(player.id)
  game.departed.set(player.name.toLowerCase(), savePlayer(player))
  forget(game, player.id)
  game.sendTo(game.players.values(), { name: 'player_remove', params: { players: [player.uuid] } })
  broadcastChat(game, { text: `${player.name} left the game`, color: 'yellow' })
}

export function sendAbilities(player: Player): void {
  const flags = player.gameMode === 'creative' ? CREATIVE_ABILITIES : 0
  player.connection.send({ name: 'abilities', params: { flags, flyingSpeed: 0.05, walkingSpeed: 0.1 } })
}

export function sendTime(game: Game, players: Iterable<Player>): void {
  game.sendTo(players, game.protocol.time(game.tick, game.time))
}

function createPlayer(game: Game, connection: Connection): Player {
  const facts = {
    id: game.nextId(),
    kind: game.registry.entity('player'),
    connection,
    operator: game.operators.has(connection.name.toLowerCase()),
    inventory: new PlayerInventory(game.recipes, game.stackSize),
    position: spawnPosition(game),
    gameMode: game.defaultGameMode ?? game.rules.gameMode,
    viewDistance: game.options.viewDistance,
  }
  const player = new Player(facts, game.tick)
  player.enchantmentSeed = game.random.fork(`enchanting/${connection.name}`).below(2 ** 31)
  const saved =
    game.departed.get(connection.name.toLowerCase()) ?? game.keeper?.player(connection.uuid) ?? null
  if (saved !== null) restorePlayer(player, saved)
  else giveBelongings(game, player)
  return player
}

function sendWorld(game: Game, player: Player): void {
  const { connection } = player
  connection.send({ name: 'spawn_position', params: { location: game.world.spawn, angle: 0 } })
  sendTime(game, [player])
  showWeather(game, player)
  if (game.protocol.announcesChunks) {
    connection.send({
      name: 'game_state_change',
      params: { reason: 'level_chunks_load_start', gameMode: 0 },
    })
  }
  sendFirstColumns(game, player)
  teleport(game, player, player.position)
}

function playerList(players: readonly Player[]): Packet {
  return {
    name: 'player_info',
    params: {
      action: { add_player: true, update_game_mode: true, update_listed: true, update_latency: true },
      data: players.map((player) => ({
        uuid: player.uuid,
        player: { name: player.name, properties: [] },
        gamemode: gameModes.indexOf(player.gameMode),
        listed: 1,
        latency: player.latency,
      })),
    },
  }
}
