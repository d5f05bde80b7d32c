import type { Game } from './game.ts'
import type { Player } from './player.ts'
import { changeScore } from './scoreboard-packets.ts'

/** What scores show of a player at every moment. Source: Minecraft Wiki, "Scoreboard" (criteria). */
const states: Readonly<Record<string, (player: Player) => number>> = {
  health: ({ health, absorption }) => Math.ceil(health + absorption),
  food: ({ food }) => food,
  air: ({ air }) => air,
  level: ({ experienceLevel }) => experienceLevel,
  xp: ({ experiencePoints }) => experiencePoints,
}

/** Deeds that scores count. */
export type CountedDeed = 'deathCount' | 'playerKillCount' | 'totalKillCount'

/** All criteria: scores of the others change by commands only. */
export const criteria: readonly string[] = [
  'dummy',
  'trigger',
  'deathCount',
  'playerKillCount',
  'totalKillCount',
  ...Object.keys(states),
]

/** One more deed of a player. */
export function countDeed(game: Game, player: Player, deed: CountedDeed): void {
  for (const objective of game.scoreboard.objectives.values()) {
    if (objective.criterion !== deed) continue
    changeScore(game, objective, player.name, (objective.scores.get(player.name) ?? 0) + 1)
  }
}

/** Brings the scores that show a player's state up to date. */
export function updateScores(game: Game, player: Player): void {
  for (const objective of game.scoreboard.objectives.values()) {
    const value = states[objective.criterion]?.(player)
    if (value === undefined || objective.scores.get(player.name) === value) continue
    changeScore(game, objective, player.name, value)
  }
}
