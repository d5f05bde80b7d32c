import type { Game } from '../game/game.ts'
import { sendAbilities } from '../game/join.ts'
import type { Player } from '../game/player.ts'
import { type GameMode, gameModes } from '../protocol/version-protocol.ts'
import { playersOf, wordAt } from './arguments.ts'
import { type Command, CommandError, type CommandSource } from './command.ts'

export const gameModeCommand: Command = {
  name: 'gamemode',
  aliases: [],
  usage: '/gamemode <survival|creative|adventure|spectator> [player]',
  operatorsOnly: true,
  run: changeGameMode,
}

function changeGameMode(game: Game, source: CommandSource, words: readonly string[]): string {
  const word = wordAt(gameModeCommand, words, 0)
  const mode = gameModes.find((name) => name === word)
  if (mode === undefined) throw new CommandError(`Unknown game mode: ${word}`)
  const players = playersOf(game, source, words[1] ?? '@s')
  for (const player of players) setGameMode(game, player, mode)
  const title = `${mode.charAt(0).toUpperCase()}${mode.slice(1)} Mode`
  const [only] = players
  if (players.length === 1 && only === source.player) return `Set own game mode to ${title}`
  return `Set ${players.map((player) => player.name).join(', ')}'s game mode to ${title}`
}

function setGameMode(game: Game, player: Player, mode: GameMode): void {
  player.gameMode = mode
  player.digging = null
  player.fallDistance = 0
  player.connection.send({
    name: 'game_state_change',
    params: { reason: gameModeReason, gameMode: gameModes.indexOf(mode) },
  })
  sendAbilities(player)
  game.sendTo(game.players.values(), {
    name: 'player_info',
    params: {
      action: { update_game_mode: true },
      data: [{ uuid: player.uuid, gamemode: gameModes.indexOf(mode) }],
    },
  })
}

const gameModeReason = 'change_game_mode'
