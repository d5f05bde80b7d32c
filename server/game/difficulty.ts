import type { Game } from './game.ts'

/** In the order of their numbers. */
export const difficulties = ['peaceful', 'easy', 'normal', 'hard'] as const

export type Difficulty = (typeof difficulties)[number]

/** Half hearts that an attack by a mob costs a player (Minecraft Wiki: Difficulty). */
export function scaledDamage(difficulty: Difficulty, normal: number): number {
  if (difficulty === 'peaceful') return 0
  if (difficulty === 'easy') return Math.min(normal / 2 + 1, normal)
  return difficulty === 'hard' ? normal * 1.5 : normal
}

/** Changes the difficulty and tells all players. */
export function setDifficulty(game: Game, difficulty: Difficulty): void {
  game.difficulty = difficulty
  game.sendTo(game.players.values(), {
    name: 'difficulty',
    params: { difficulty, difficultyLocked: false },
  })
}
