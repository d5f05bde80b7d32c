import type { StatusPlayers } from '../protocol/minecraft-protocol.ts'
import type { Game } from './game.ts'

/** Why a player of that name may not join; null when it may. Whoever plays under the name already has to go. */
export function admission(game: Game, name: string): string | null {
  if (!/^\w{3,16}$/.test(name)) {
    return `The player name "${name}" cannot be used: choose 3 to 16 letters, digits or underscores.`
  }
  const key = name.toLowerCase()
  const ban = game.banned.get(key)
  if (ban !== undefined) return `You are banned from this server.\nReason: ${ban}`
  if (game.whitelist.isOn && !game.whitelist.names.has(key) && !game.operators.has(key)) {
    return 'You are not white-listed on this server!'
  }
  const { maxPlayers } = game.options
  const present = game.playerNamed(name)
  if (present === null && game.players.size >= maxPlayers) {
    return `The server is full: all ${maxPlayers} places are taken. Try again later.`
  }
  present?.connection.close('You logged in from another location')
  return null
}

const LARGEST_SAMPLE = 12

/** What a server list shows of the game: how many are here, and the first of them by name. */
export function population(game: Game): StatusPlayers {
  const players = [...game.players.values()]
  return {
    max: game.options.maxPlayers,
    online: players.length,
    sample: players.slice(0, LARGEST_SAMPLE).map(({ name, uuid }) => ({ name, id: uuid })),
  }
}
