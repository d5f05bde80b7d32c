import type { Game } from './game.ts'

/** Why a player of that name may not join; null when it may. Whoever plays under the name already has to go. */
export function admission(game: Game, name: string): string | null {
  if (!/^\w{3,16}$/.test(name)) {
    return `The player name "${name}" cannot be used: choose 3 to 16 letters, digits or underscores.`
  }
  const { maxPlayers } = game.options
  const present = game.playerNamed(name)
  if (present === null && game.players.size >= maxPlayers) {
    return `The server is full: all ${maxPlayers} places are taken. Try again later.`
  }
  present?.connection.close('You logged in from another location')
  return null
}
