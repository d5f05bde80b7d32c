import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Circumstances } from '../../src/core/circumstances.ts'
import type { AgentMemory } from '../../src/core/memory.ts'
import type { Meaning } from '../../src/memory/recall/recall.ts'
import { VolatileMemory } from '../../src/memory/volatile-memory.ts'
import { exampleSkill } from '../support/examples.ts'
import { MeaningEmbedder } from '../support/meaning-embedder.ts'
import { anyChange } from '../support/memory-arbitraries.ts'
import { exampleBelief, exampleEpisode } from '../support/memory-examples.ts'

const forest: Circumstances = {
  dimension: 'overworld',
  biome: 'forest',
  position: { x: 10, y: 64, z: 10 },
  blocks: ['grass_block', 'oak_log'],
  mobs: ['cow'],
  players: [],
  items: ['stick'],
  time: 'day',
}
const desert: Circumstances = {
  ...forest,
  biome: 'desert',
  position: { x: 900, y: 70, z: 900 },
  blocks: ['sand', 'cactus'],
  mobs: ['husk'],
}

function cue(text: string, circumstances: Circumstances | null = null) {
  return { text, circumstances, tick: 1000 }
}

/** What every AgentMemory brings to mind. `open` gives a new, empty one. */
export function describeRecall(open: (meaning?: Meaning) => AgentMemory): void {
  test('recall() finds skills, episodes and facts by their words, at most as many as asked for', async () => {
    const memory = open()
    memory.apply(0, [
      { type: 'skill-set', skill: exampleSkill({ name: 'craftChest', description: 'Crafts a chest.' }) },
      { type: 'skill-set', skill: exampleSkill({ name: 'mineLogs', description: 'Mines logs.' }) },
      { type: 'episode-added', episode: exampleEpisode({ id: 'a', task: 'Craft a chest' }) },
      { type: 'episode-added', episode: exampleEpisode({ id: 'b', task: 'Mine clay', summary: 'No clay.' }) },
      { type: 'belief-set', belief: exampleBelief({ id: 'c', sentence: 'Eight planks make a chest.' }) },
      { type: 'belief-set', belief: exampleBelief({ id: 'd', sentence: 'A chest holds 27 stacks.' }) },
    ])
    const found = await memory.recall(cue('craft a chest'), 1)
    expect(found.skills.map(({ name }) => name)).toEqual(['craftChest'])
    expect(found.episodes.map(({ id }) => id)).toEqual(['a'])
    expect(found.facts).toHaveLength(1)
    expect((await memory.recall(cue('craft a chest'), 5)).facts).toHaveLength(2)
    expect(await memory.recall(cue('swim'), 5)).toEqual({ skills: [], episodes: [], facts: [] })
    expect(await memory.recall(cue(''), 5)).toEqual({ skills: [], episodes: [], facts: [] })
  })

  test('recall() prefers what happened in like circumstances, then what is newer', async () => {
    const memory = open()
    const episodes = [
      exampleEpisode({ id: 'desert', tick: 9, circumstances: desert }),
      exampleEpisode({ id: 'forest', tick: 1, circumstances: forest }),
      exampleEpisode({ id: 'nowhere', tick: 5 }),
    ]
    memory.apply(
      0,
      episodes.map((episode) => ({ type: 'episode-added', episode })),
    )
    const ids = async (where: Circumstances | null) =>
      (await memory.recall(cue('obtain oak_log', where), 3)).episodes.map(({ id }) => id)
    expect(await ids(forest)).toEqual(['forest', 'desert', 'nowhere'])
    expect(await ids(desert)).toEqual(['desert', 'forest', 'nowhere'])
    expect(await ids(null)).toEqual(['desert', 'nowhere', 'forest'])
  })

  test('recall() holds like circumstances, and a newer day, against words that fit a little better', async () => {
    const wordy = 'Three were chopped beside the lake, behind the hill.'
    const episodes = [
      exampleEpisode({ id: 'terse', tick: 1, summary: 'Done.', circumstances: desert }),
      exampleEpisode({ id: 'wordy', tick: 1, summary: wordy, circumstances: forest }),
    ]
    const first = async (here: Circumstances | null, ticks: readonly number[]) => {
      const memory = open()
      memory.apply(
        0,
        episodes.map((episode, index) => ({
          type: 'episode-added',
          episode: { ...episode, tick: ticks[index] ?? 0 },
        })),
      )
      const cue = { text: 'obtain oak_log', circumstances: here, tick: 100_000 }
      return (await memory.recall(cue, 1)).episodes.map(({ id }) => id)
    }
    expect(await first(null, [0, 0])).toEqual(['terse'])
    expect(await first(forest, [0, 0])).toEqual(['wordy'])
    expect(await first({ ...forest, time: 'night' }, [0, 0])).toEqual(['wordy'])
    expect(await first(null, [0, 99_000])).toEqual(['wordy'])
  })

  test('recall() follows what changes, is forgotten or retired', async () => {
    const memory = open()
    const skill = exampleSkill({ name: 'mineLogs', description: 'Mines logs.' })
    memory.apply(0, [
      { type: 'skill-set', skill },
      { type: 'belief-set', belief: exampleBelief({ id: 'a', sentence: 'Logs come from trees.' }) },
      { type: 'episode-added', episode: exampleEpisode({ id: 'e', summary: 'Logs were found.' }) },
    ])
    expect(await memory.recall(cue('logs'), 5)).toMatchObject({ skills: [{}], facts: [{}], episodes: [{}] })
    memory.apply(1, [
      { type: 'skill-set', skill: { ...skill, status: 'retired' } },
      { type: 'belief-set', belief: exampleBelief({ id: 'a', sentence: 'Wool comes from sheep.' }) },
      { type: 'episode-forgotten', id: 'e' },
    ])
    expect(await memory.recall(cue('logs'), 5)).toEqual({ skills: [], facts: [], episodes: [] })
    expect((await memory.recall(cue('sheep'), 5)).facts).toHaveLength(1)
    const shorn = exampleBelief({ id: 'b', sentence: 'Sheep can be shorn for more.' })
    memory.apply(2, [{ type: 'belief-set', belief: shorn }])
    const first = async () => (await memory.recall(cue('wool of sheep'), 1)).facts.map(({ id }) => id)
    expect(await first()).toEqual(['a'])
    memory.apply(3, [{ type: 'belief-forgotten', id: 'a' }])
    expect(await first()).toEqual(['b'])
  })

  test('recall() finds what means the same in other words, and computes each vector once', async () => {
    const embedder = new MeaningEmbedder()
    const memory = open({ embedder, onFailure: () => {} })
    memory.apply(0, [
      { type: 'belief-set', belief: exampleBelief({ id: 'a', sentence: 'Trees give logs.', claim: null }) },
      { type: 'belief-set', belief: exampleBelief({ id: 'b', sentence: 'Bread is food.', claim: null }) },
    ])
    const ids = async (text: string) => (await memory.recall(cue(text), 1)).facts.map(({ id }) => id)
    expect(await ids('timber')).toEqual(['a'])
    expect(await ids('hungry')).toEqual(['b'])
    expect(await ids('hungry')).toEqual(['b'])
    expect(embedder.asked.toSorted()).toEqual(['Bread is food.', 'Trees give logs.', 'hungry', 'timber'])
  })

  test('recall() goes on by words when the embedder fails, and says so once', async () => {
    const reasons: string[] = []
    const embedder = new MeaningEmbedder()
    embedder.isBroken = true
    const memory = open({ embedder, onFailure: (reason) => reasons.push(reason) })
    memory.apply(0, [{ type: 'belief-set', belief: exampleBelief({ sentence: 'Trees give logs.' }) }])
    expect((await memory.recall(cue('logs'), 1)).facts).toHaveLength(1)
    expect((await memory.recall(cue('timber'), 1)).facts).toEqual([])
    expect(reasons).toEqual(['The embedder is broken.'])
  })

  test('recall() brings up the same as a memory that got all changes at once', async () => {
    const commits = fc.array(fc.array(anyChange, { maxLength: 4 }), { maxLength: 6 })
    const texts = fc.constantFrom('mine stone', 'obtain 3 oak_log', 'clay', 'logs were mined')
    await fc.assert(
      fc.asyncProperty(commits, texts, async (changes, text) => {
        const memory = open()
        for (const [sequence, commit] of changes.entries()) {
          memory.apply(sequence, commit)
          await memory.recall(cue(text, forest), 3)
        }
        const fresh = new VolatileMemory()
        for (const [sequence, commit] of changes.entries()) fresh.apply(sequence, commit)
        expect(await memory.recall(cue(text, forest), 3)).toEqual(await fresh.recall(cue(text, forest), 3))
      }),
      { numRuns: 40 },
    )
  })
}
