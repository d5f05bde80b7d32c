import type { Player } from '../game/player.ts'

/** Points from a level to the next (https://minecraft.wiki/w/Experience#Leveling_up). */
export function pointsForNextLevel(level: number): number {
  if (level >= 31) return 9 * level - 158
  return level >= 16 ? 5 * level - 38 : 2 * level + 7
}

/** Points from zero to the beginning of the level. */
export function pointsOfLevel(level: number): number {
  if (level >= 32) return 4.5 * level ** 2 - 162.5 * level + 2220
  return level >= 17 ? 2.5 * level ** 2 - 40.5 * level + 360 : level ** 2 + 6 * level
}

/** Gives points, or takes them when negative; levels follow. */
export function addExperience(player: Player, points: number): void {
  player.experiencePoints += points
  while (player.experiencePoints < 0 && player.experienceLevel > 0) {
    player.experienceLevel -= 1
    player.experiencePoints += pointsForNextLevel(player.experienceLevel)
  }
  player.experiencePoints = Math.max(0, player.experiencePoints)
  while (player.experiencePoints >= pointsForNextLevel(player.experienceLevel)) {
    player.experiencePoints -= pointsForNextLevel(player.experienceLevel)
    player.experienceLevel += 1
  }
  sendExperience(player)
}

/** Gives levels, or takes them when negative; the share of the bar that is full stays. */
export function addLevels(player: Player, levels: number): void {
  const share = player.experiencePoints / pointsForNextLevel(player.experienceLevel)
  player.experienceLevel = Math.max(0, player.experienceLevel + levels)
  player.experiencePoints = Math.floor(share * pointsForNextLevel(player.experienceLevel))
  if (player.experienceLevel + levels < 0) player.experiencePoints = 0
  sendExperience(player)
}

export function sendExperience(player: Player): void {
  const { experienceLevel, experiencePoints } = player
  player.connection.send({
    name: 'experience',
    params: {
      experienceBar: experiencePoints / pointsForNextLevel(experienceLevel),
      level: experienceLevel,
      totalExperience: pointsOfLevel(experienceLevel) + experiencePoints,
    },
  })
}
