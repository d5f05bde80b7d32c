import type { Packet } from '../protocol/packet.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'
import type { Objective, Team } from './scoreboard.ts'

/** Colours of teams and bars in the protocol's order. */
export const textColors: readonly string[] = [
  'black',
  'dark_blue',
  'dark_green',
  'dark_aqua',
  'dark_red',
  'dark_purple',
  'gold',
  'gray',
  'dark_gray',
  'blue',
  'green',
  'aqua',
  'red',
  'light_purple',
  'yellow',
  'white',
]

const NO_COLOR = 21

const objectiveActions = { create: 0, remove: 1, update: 2 } as const
const teamModes = { create: 0, remove: 1, update: 2, join: 3, leave: 4 } as const

export function objectivePacket(
  game: Game,
  objective: Objective,
  action: keyof typeof objectiveActions,
): Packet {
  return {
    name: 'scoreboard_objective',
    params: {
      name: objective.name,
      action: objectiveActions[action],
      displayText: game.protocol.text({ text: objective.title }),
      type: objective.criterion === 'health' ? 1 : 0,
    },
  }
}

export function displayPacket(place: number, objective: string): Packet {
  return { name: 'scoreboard_display_objective', params: { position: place, name: objective } }
}

/** @param players members that the packet is about: all of a new team, those who join or leave */
export function teamPacket(
  game: Game,
  team: Team,
  mode: keyof typeof teamModes,
  players: readonly string[],
): Packet {
  const color = textColors.indexOf(team.color)
  return {
    name: 'teams',
    params: {
      team: team.name,
      mode: teamModes[mode],
      name: game.protocol.text({ text: team.title }),
      friendlyFire: (team.friendlyFire ? 1 : 0) + (team.seeFriendlyInvisibles ? 2 : 0),
      nameTagVisibility: team.nameTagVisibility,
      collisionRule: team.collisionRule,
      formatting: color < 0 ? NO_COLOR : color,
      prefix: game.protocol.text({ text: team.prefix }),
      suffix: game.protocol.text({ text: team.suffix }),
      players,
    },
  }
}

/** Sets a score and tells everyone; null takes it away. */
export function changeScore(game: Game, objective: Objective, holder: string, value: number | null): void {
  if (value === null) objective.scores.delete(holder)
  else objective.scores.set(holder, value)
  game.sendTo(game.players.values(), game.protocol.score(objective.name, holder, value))
}

/** Tells a player who has joined all that the others know. */
export function sendScoreboard(game: Game, player: Player): void {
  const { scoreboard } = game
  for (const team of scoreboard.teams.values()) {
    player.connection.send(teamPacket(game, team, 'create', [...team.members]))
  }
  for (const objective of scoreboard.objectives.values()) {
    player.connection.send(objectivePacket(game, objective, 'create'))
    for (const [holder, value] of objective.scores) {
      player.connection.send(game.protocol.score(objective.name, holder, value))
    }
  }
  for (const [place, name] of scoreboard.displays) player.connection.send(displayPacket(place, name))
}
