import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgentMemory } from '../../src/core/memory.ts'
import { exampleSkill } from '../support/examples.ts'
import { exampleBelief, exampleEpisode } from '../support/memory-examples.ts'

/** What every AgentMemory finds by words. `open` gives a new, empty one. */
export function describeSearch(open: () => AgentMemory): void {
  test('skills.search() finds usable skills by words of name and description, best first', () => {
    const memory = open()
    const skills = [
      exampleSkill({ name: 'craftStonePickaxe', description: 'Crafts a stone pickaxe at a crafting table.' }),
      exampleSkill({ name: 'mineLogs', description: 'Mines oak_log blocks.' }),
      exampleSkill({ name: 'craftSticks', description: 'Crafts sticks from planks.' }),
      exampleSkill({ name: 'oldPickaxe', description: 'Crafts a pickaxe.', status: 'retired' }),
    ]
    memory.apply(
      0,
      skills.map((skill) => ({ type: 'skill-set', skill })),
    )
    const names = (query: string) => memory.skills.search(query, 10).map((skill) => skill.name)
    expect(names('craft a stone pickaxe')).toEqual(['craftStonePickaxe', 'craftSticks'])
    expect(names('Obtain 3 oak_log by MINING')).toEqual(['mineLogs'])
    expect(names('stone_pickaxe')).toEqual(['craftStonePickaxe'])
    expect(memory.skills.search('craft', 1)).toHaveLength(1)
    expect(names('swim')).toEqual([])
  })

  test('facts.search() follows a belief whose sentence changes', () => {
    const memory = open()
    memory.apply(0, [{ type: 'belief-set', belief: exampleBelief({ sentence: 'Cows give leather.' }) }])
    memory.apply(1, [{ type: 'belief-set', belief: exampleBelief({ sentence: 'Sheep give wool.' }) }])
    expect(memory.facts.search('cow leather', 5)).toEqual([])
    expect(memory.facts.search('wool of a sheep', 5)).toHaveLength(1)
  })

  test('episodes.search() puts the episode first that shares the rarer words', () => {
    const memory = open()
    const episodes = [
      exampleEpisode({ id: 'a', task: 'Craft a furnace', summary: 'It failed.' }),
      exampleEpisode({ id: 'b', task: 'Craft a chest', summary: 'It was done.' }),
      exampleEpisode({ id: 'c', task: 'Craft a boat', summary: 'It was done.' }),
    ]
    memory.apply(
      0,
      episodes.map((episode) => ({ type: 'episode-added', episode })),
    )
    expect(memory.episodes.search('craft a furnace', 3).map(({ id }) => id)[0]).toBe('a')
    expect(memory.episodes.search('craft', 2)).toHaveLength(2)
    expect(memory.episodes.search('done', 2).map(({ id }) => id)).toEqual(['c', 'b'])
  })

  test('searches take any text as words, never as search syntax', () => {
    const memory = open()
    memory.apply(0, [
      { type: 'belief-set', belief: exampleBelief() },
      { type: 'episode-added', episode: exampleEpisode() },
      { type: 'skill-set', skill: exampleSkill() },
    ])
    const hostile = [
      '"',
      'a" OR "b',
      'NEAR(a b)',
      'words:*',
      '^mine',
      'AND',
      'NOT',
      '(',
      '-',
      'a*',
      '',
      '\0',
      '😀',
    ]
    const query = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...hostile),
    )
    fc.assert(
      fc.property(query, (text) => {
        memory.episodes.search(text, 3)
        memory.facts.search(text, 3)
        memory.skills.search(text, 3)
      }),
    )
    expect(memory.facts.search('stone" OR "wool', 3)).toHaveLength(1)
    expect(memory.facts.search('', 3)).toEqual([])
  })
}
