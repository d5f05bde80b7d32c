import type { Recollection } from '../core/brain.ts'
import type { AgentMemory } from '../core/memory.ts'

/** What shares words with the text. */
export function recallByWords(
  { skills, episodes, facts }: Pick<AgentMemory, 'skills' | 'episodes' | 'facts'>,
  text: string,
  limit: number,
): Recollection {
  return {
    skills: skills.search(text, limit),
    episodes: episodes.search(text, limit),
    facts: facts.search(text, limit),
  }
}
