import { expect, test } from 'vitest'
import type { AgentMemory } from '../../src/core/memory.ts'
import { exampleSkill } from '../support/examples.ts'
import { exampleBelief, exampleEpisode, exampleMessage } from '../support/memory-examples.ts'

/** What every AgentMemory does with what is forgotten or replaced. `open` gives a new, empty one. */
export function describeForgetting(open: () => AgentMemory): void {
  test('what is forgotten is gone, and what is unknown cannot be', () => {
    const memory = open()
    memory.apply(0, [
      { type: 'belief-set', belief: exampleBelief({ id: 'a' }) },
      { type: 'belief-set', belief: exampleBelief({ id: 'b' }) },
      { type: 'episode-added', episode: exampleEpisode({ id: 'e' }) },
      { type: 'message-noted', message: exampleMessage({ id: 'm' }) },
      { type: 'skill-set', skill: exampleSkill({ version: 1 }) },
      { type: 'skill-set', skill: exampleSkill({ version: 2 }) },
    ])
    memory.apply(1, [
      { type: 'belief-forgotten', id: 'a' },
      { type: 'episode-forgotten', id: 'e' },
      { type: 'message-forgotten', id: 'm' },
      { type: 'skill-forgotten', name: 'obtainClay', version: 2 },
      { type: 'belief-forgotten', id: 'unknown' },
      { type: 'episode-forgotten', id: 'unknown' },
      { type: 'message-forgotten', id: 'unknown' },
      { type: 'skill-forgotten', name: 'unknown', version: 1 },
    ])
    expect(memory.facts.all().map(({ id }) => id)).toEqual(['b'])
    expect(memory.facts.issued()).toBe(2)
    expect(memory.episodes.find('e')).toBeNull()
    expect(memory.episodes.messages(9)).toEqual([])
    expect(memory.skills.find('obtainClay')?.version).toBe(1)
    expect(memory.facts.search('stone', 9)).toHaveLength(1)
    memory.apply(2, [{ type: 'belief-set', belief: exampleBelief({ id: 'c' }) }])
    expect(memory.facts.issued()).toBe(3)
  })

  test('episode-set replaces an episode in its place, episode-added does not', () => {
    const memory = open()
    const episodes = ['a', 'b'].map((id) => exampleEpisode({ id, summary: 'old' }))
    memory.apply(
      0,
      episodes.map((episode) => ({ type: 'episode-added', episode })),
    )
    memory.apply(1, [{ type: 'episode-added', episode: exampleEpisode({ id: 'a', summary: 'ignored' }) }])
    memory.apply(2, [{ type: 'episode-set', episode: exampleEpisode({ id: 'a', summary: 'new' }) }])
    expect(memory.episodes.recent(9).map(({ id, summary }) => [id, summary])).toEqual([
      ['b', 'old'],
      ['a', 'new'],
    ])
  })

  test('an episode can be forgotten after one without words was replaced', () => {
    const memory = open()
    const episode = (id: string, text: string) => exampleEpisode({ id, task: text, summary: text })
    memory.apply(0, [
      { type: 'episode-added', episode: episode('a', '…') },
      { type: 'episode-added', episode: episode('b', 'two') },
    ])
    memory.apply(1, [{ type: 'episode-set', episode: episode('a', '!') }])
    memory.apply(2, [{ type: 'episode-forgotten', id: 'b' }])
    expect(memory.episodes.search('two', 9)).toEqual([])
    expect(memory.episodes.recent(9).map(({ id }) => id)).toEqual(['a'])
  })
}
