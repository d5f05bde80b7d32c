import { tell } from '../game/chat.ts'
import type { Game } from '../game/game.ts'
import { sendAbilities } from '../game/join.ts'
import type { Player } from '../game/player.ts'
import { type GameMode, gameModes } from '../protocol/version-protocol.ts'
import { stopDigging } from '../rules/digging.ts'
import { ownPlayer, players, playersOf } from './arguments/entities.ts'
import { choice } from './arguments/words.ts'
import type { Command } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

const mode = choice('gamemode', gameModes, 'Unknown game mode: %s')

/** Minecraft Wiki: Commands/gamemode. */
export const gameModeCommand: Command = {
  name: 'gamemode',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([mode], (call, [wanted]) => change(call, [ownPlayer(call)], wanted)),
    syntax([mode, players('target')], (call, [wanted, targets]) =>
      change(call, playersOf(call, targets), wanted),
    ),
  ],
}

function change({ game, source }: CommandCall, targets: readonly Player[], wanted: GameMode): string {
  const title = `${wanted.charAt(0).toUpperCase()}${wanted.slice(1)} Mode`
  const replies: string[] = []
  for (const player of targets) {
    if (player.gameMode === wanted) continue
    setGameMode(game, player, wanted)
    if (player === source.player) replies.push(`Set own game mode to ${title}`)
    else {
      tell(game, player, { text: `Your game mode has been updated to ${title}` })
      replies.push(`Set ${player.name}'s game mode to ${title}`)
    }
  }
  return replies.join('\n')
}

function setGameMode(game: Game, player: Player, mode: GameMode): void {
  player.gameMode = mode
  stopDigging(game, player)
  player.fallDistance = 0
  player.connection.send({
    name: 'game_state_change',
    params: { reason: 'change_game_mode', gameMode: gameModes.indexOf(mode) },
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
