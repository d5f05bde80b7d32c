import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MemoryChange } from '../../../../src/core/memory-change.ts'
import { openMemory } from '../../../../src/memory/rebuild.ts'
import { openFileJournal, readFileJournal } from '../../../../src/record/file-journal.ts'
import { createRunDirectory } from '../../../../src/record/run-directory.ts'
import { exampleSkill, exampleTask } from '../../../support/examples.ts'
import { command } from '../../../support/fake-commands.ts'
import { exampleBelief, exampleEpisode, exampleMessage } from '../../../support/memory-examples.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const dirt: MemoryChange = {
  type: 'belief-set',
  belief: exampleBelief({
    id: 'Ben-belief-1',
    sentence: 'Mining dirt needs a wooden_shovel.',
    claim: { type: 'tool', block: 'dirt', tools: ['wooden_shovel'] },
    source: { type: 'told', by: 'Ada', message: 'm' },
    confidence: 0.7,
  }),
}
const everything: readonly MemoryChange[] = [
  dirt,
  {
    type: 'belief-set',
    belief: exampleBelief({ id: 'Ben-belief-2', sentence: 'Cows give leather.', claim: null }),
  },
  {
    type: 'episode-added',
    episode: exampleEpisode({ id: 'Ben-1-1-90', task: 'Craft a furnace', summary: 'It failed.' }),
  },
  { type: 'skill-set', skill: exampleSkill() },
  { type: 'task-set', task: exampleTask({ id: 'Ben-1' }) },
  { type: 'message-noted', message: exampleMessage() },
]

/** A run that has ended, with what its agents have come to remember. */
function run(agents: Readonly<Record<string, readonly MemoryChange[]>> = { Ben: everything }, id = 'run-1') {
  const { path, journal: file } = createRunDirectory(join(temporaryFolder(), 'run'))
  const journal = openFileJournal(file)
  journal.append({ type: 'run-started', run: id, team: {}, goal: null }, null, 0)
  for (const [agent, changes] of Object.entries(agents)) {
    journal.append({ type: 'step-committed', step: 1, changes: [...changes] }, agent, 90)
  }
  journal.close()
  return path
}

/** Runs `kithcraft memory …` on the run. */
async function memory(folder: string, ...words: readonly string[]) {
  const { code, io } = await command(['memory', ...words, '--from', folder], {})
  return { code, out: io.stdout, err: io.stderr }
}

/** What Ben holds when the run is opened again. */
function reopened(folder: string) {
  const path = join(folder, 'memory', 'Ben.db')
  const { memory } = openMemory(path, 'Ben', () => readFileJournal(join(folder, 'journal.jsonl')))
  const facts = memory.facts.all()
  const sequence = memory.sequence()
  memory.close()
  return { facts, sequence }
}

describe('kithcraft memory list, show and search', () => {
  it('counts what each agent remembers, and lists it by kind, status and age', async () => {
    const folder = run({ Ada: [dirt], Ben: everything })
    const counts = await memory(folder, 'list', '--agent', 'Ben')
    expect(counts.out.split('\n')).toEqual([
      'Ben:',
      ...['  facts     2', '  episodes  1', '  skills    1', '  tasks     1', '  messages  1'],
    ])
    const facts = await memory(folder, 'list', 'facts')
    expect(facts.out).toContain('Ada:\n  Ben-belief-1  held 0.70  Mining dirt needs a wooden_shovel.')
    const newest = await memory(folder, 'list', 'facts', '--agent', 'Ben', '--limit', '1')
    expect(newest.out).toBe('Ben:\n  Ben-belief-2  held 1.00  Cows give leather.')
    expect((await memory(folder, 'list', 'facts', '--status', 'refuted')).out).toContain('No facts.')
    const json = await memory(folder, 'list', 'episodes', '--json')
    expect(JSON.parse(json.out)).toMatchObject([{ records: [] }, { records: [{ key: 'Ben-1-1-90' }] }])
  })

  it('shows a fact with its evidence, an episode, and a skill by its name', async () => {
    const folder = run()
    const fact = await memory(folder, 'show', 'Ben-belief-1')
    expect(fact.out).toContain('held, confidence 0.70, told by Ada, tick 7')
    expect((await memory(folder, 'show', 'Ben-1-1-90')).out).toContain('task: Craft a furnace')
    expect((await memory(folder, 'show', 'obtainClay')).out).toContain('async function obtainClay(bot')
    const newer = exampleSkill({ version: 2, description: 'Digs deeper.' })
    const two = run({ Ben: [...everything, { type: 'skill-set', skill: newer }] })
    expect((await memory(two, 'show', 'obtainClay')).out).toContain('Digs deeper.')
    expect(JSON.parse((await memory(folder, 'show', 'obtainClay@1', '--json')).out)).toMatchObject({
      agent: 'Ben',
      kind: 'skills',
    })
  })

  it('shows what is acted on in place of an open belief, and what would decide', async () => {
    const claims = [['iron_shovel'], ['golden_shovel']].map(
      (tools) => ({ type: 'tool', block: 'dirt', tools }) as const,
    )
    const [held, open] = claims.map(
      (claim, index): MemoryChange => ({
        type: 'belief-set',
        belief: exampleBelief({ id: `Ben-belief-${index}`, claim, status: index === 0 ? 'held' : 'open' }),
      }),
    )
    if (held === undefined || open === undefined) throw new Error('Two claims make two beliefs.')
    const disputed = await memory(run({ Ben: [held, open] }), 'show', 'Ben-belief-1')
    expect(disputed.out).toMatch(/acted on meanwhile: .*iron_shovel.*\n.*mining dirt with golden shovel/)
    const alone = await memory(run({ Ben: [open] }), 'show', 'Ben-belief-1')
    expect(alone.out).toContain('acted on meanwhile: what it has always believed')
    expect((await memory(run({ Ben: [held, open] }), 'show', 'Ben-belief-0')).out).not.toContain('meanwhile')
  })

  it('finds what comes to mind, and exits with 1 when nothing does', async () => {
    const folder = run()
    const { out, code } = await memory(folder, 'search', 'what', 'do', 'cows', 'give')
    expect(code).toBe(0)
    expect(out).toContain('Ben-belief-2')
    expect(out).not.toContain('Ben-1-1-90')
    const nothing = await memory(folder, 'search', 'swim')
    expect(nothing).toMatchObject({ code: 1, out: 'Ben:\n  Nothing comes to mind.' })
  })

  it('says what is wrong: no run, no such agent, kind or id, and exits with 2', async () => {
    const folder = run({ Ada: [dirt], Ben: everything })
    expect(await memory(join(folder, 'nowhere'), 'list')).toMatchObject({ code: 2 })
    const agent = await memory(folder, 'list', '--agent', 'Bem')
    expect(agent).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "Ben"?') })
    expect((await memory(folder, 'list', 'fact')).err).toContain('Did you mean "facts"?')
    expect((await memory(folder, 'show', 'Ben-belief-7')).err).toContain('Did you mean "Ben-belief-1"?')
    expect((await memory(folder, 'show', 'Ben-belief-1')).err).toContain('Say whose memory with "--agent".')
    expect((await memory(folder, 'export', '-')).err).toContain('has several agents: Ada, Ben.')
  })
})

describe('kithcraft memory forget and edit', () => {
  it('forgets records for good, also in files that were opened before', async () => {
    const folder = run()
    expect(reopened(folder).facts).toHaveLength(2)
    const { out, code } = await memory(folder, 'forget', 'Ben-belief-1', 'obtainClay')
    expect(code).toBe(0)
    expect(out).toContain('Ben has forgotten Ben-belief-1  held 0.70')
    expect(out).toContain('Ben has forgotten obtainClay@1')
    expect(reopened(folder).facts.map(({ id }) => id)).toEqual(['Ben-belief-2'])
    expect(existsSync(join(folder, 'skills', 'Ben', 'obtainClay.js'))).toBe(false)
  })

  it('forgets nothing when one of the ids is unknown or is that of a task', async () => {
    const folder = run()
    expect(await memory(folder, 'forget', 'Ben-belief-1', 'x')).toMatchObject({ code: 2 })
    const task = await memory(folder, 'forget', 'Ben-belief-1', 'Ben-1')
    expect(task).toMatchObject({ code: 2, err: expect.stringContaining('status=given-up') })
    expect(reopened(folder).facts).toHaveLength(2)
  })

  it('edits a fact: its sentence follows its claim, and the edit counts as evidence', async () => {
    const folder = run()
    const { out } = await memory(folder, 'edit', 'Ben-belief-1', 'claim.tools=[]', 'confidence=0.9')
    expect(out).toContain('held 0.90')
    const [belief] = reopened(folder).facts
    expect(belief).toMatchObject({ claim: { block: 'dirt', tools: [] }, confidence: 0.9, status: 'held' })
    expect(belief?.sentence).not.toContain('shovel')
    expect(belief?.evidence).toMatchObject([{ supports: true, source: { type: 'seen' }, tick: 90 }])
    await memory(folder, 'edit', 'Ben-belief-1', 'status=refuted')
    expect(reopened(folder).facts[0]).toMatchObject({ status: 'refuted', evidence: [{ supports: false }] })
  })

  it('drops a claim that an edited sentence does not say', async () => {
    const folder = run()
    await memory(folder, 'edit', 'Ben-belief-1', 'sentence=Dirt is brown.')
    expect(reopened(folder).facts[0]).toMatchObject({ sentence: 'Dirt is brown.', claim: null })
  })

  it('refuses what does not fit, names it, and changes nothing', async () => {
    const folder = run()
    const before = readFileSync(join(folder, 'journal.jsonl'), 'utf8')
    const refused = async (...words: readonly string[]) => {
      const { code, err } = await memory(folder, 'edit', ...words)
      expect(code).toBe(2)
      return err
    }
    expect(await refused('Ben-belief-1', 'status=wrong')).toContain(
      'it must be "held" or "refuted" or "open". Nothing was changed.',
    )
    expect(await refused('Ben-belief-1', 'stauts=held')).toContain('Did you mean "status"?')
    expect(await refused('Ben-belief-1', '__proto__.x=1')).toContain('unknown key')
    expect(await refused('Ben-belief-1', 'id=other')).toContain('others refer to it')
    expect(await refused('obtainClay', 'source=x')).toContain('Cannot change "source" of "obtainClay@1"')
    expect(await refused('Ben-belief-1', 'held')).toContain('key=value')
    expect(await refused('message-1', 'text=no')).toContain('what was said stays said')
    expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).toBe(before)
  })

  it('refuses to write while a run is under way, and exits with 3', async () => {
    const folder = run()
    const journal = openFileJournal(join(folder, 'journal.jsonl'))
    const { code, err } = await memory(folder, 'forget', 'Ben-belief-1')
    journal.close()
    expect(code).toBe(3)
    expect(err).toContain('another Kithcraft process is writing to it')
  })
})

describe('kithcraft memory export and import', () => {
  async function exported(folder: string): Promise<string> {
    const file = join(temporaryFolder(), 'ben.json')
    expect((await memory(folder, 'export', file)).out).toBe(`6 memories of Ben exported to ${file}.`)
    return file
  }

  it('brings back what was forgotten and undoes what was edited, and is no change where all is right', async () => {
    const folder = run()
    const file = await exported(folder)
    const before = readFileSync(file, 'utf8')
    expect((await memory(folder, 'import', file)).out).toBe("0 memories imported into Ben's, 6 were there.")
    await memory(folder, 'forget', 'Ben-belief-1', 'Ben-1-1-90', 'obtainClay')
    await memory(folder, 'edit', 'Ben-belief-2', 'confidence=0.1')
    expect((await memory(folder, 'import', file)).out).toContain('4 memories imported')
    const after = JSON.parse((await memory(folder, 'export', '-')).out)
    const sorted = ({ facts }: { facts: { id: string }[] }) =>
      facts.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(sorted(after)).toEqual(sorted(JSON.parse(before)))
    expect(after).toMatchObject({ episodes: [{ id: 'Ben-1-1-90' }], skills: [{ name: 'obtainClay' }] })
  })

  it('adds to another agent facts under ids of its own, once, and skills with their origin', async () => {
    const file = await exported(run())
    const other = run({ Cleo: [{ ...dirt, belief: { ...dirt.belief, id: 'Cleo-belief-1' } }] }, 'run-2')
    expect((await memory(other, 'import', file)).out).toContain("3 memories imported into Cleo's")
    expect((await memory(other, 'import', file)).out).toContain("0 memories imported into Cleo's")
    const document = JSON.parse((await memory(other, 'export', '-')).out)
    expect(document.facts.map(({ id }: { id: string }) => id)).toEqual(['Cleo-belief-1', 'Cleo-belief-2'])
    expect(document.episodes).toMatchObject([{ id: 'run-1-Ben/Ben-1-1-90' }])
    expect(document.skills).toMatchObject([{ name: 'obtainClay', provenance: { author: 'run-1-Ben' } }])
    expect(document.tasks).toEqual([])
  })

  it('leaves out skills that break rules, and names the line', async () => {
    const folder = run()
    const file = await exported(folder)
    const document = JSON.parse(readFileSync(file, 'utf8'))
    document.skills[0].version = 2
    document.skills[0].source = 'async function obtainClay(bot) {\n  process.exit()\n}'
    writeFileSync(file, JSON.stringify(document))
    const { err, out } = await memory(folder, 'import', file)
    expect(err).toContain('Left out: obtainClay version 2: line 2')
    expect(out).toContain('0 memories imported')
  })

  it('names what is wrong with a file, with its line, and imports nothing of it', async () => {
    const folder = run()
    const file = await exported(folder)
    const document = JSON.parse(readFileSync(file, 'utf8'))
    document.facts[1].confidence = 7
    writeFileSync(file, JSON.stringify(document, null, 2))
    const { code, err } = await memory(folder, 'import', file)
    expect(code).toBe(2)
    expect(err).toMatch(/line \d+: "facts\[1\]\.confidence" is 7: it must be at most 1/)
    expect((await memory(folder, 'import', join(folder, 'none.json'))).err).toContain('there is no such file')
    writeFileSync(file, '{"format": "kithcraft-memory-1", "facts": [')
    expect((await memory(folder, 'import', file)).code).toBe(2)
    expect(reopened(folder).facts).toHaveLength(2)
  })

  it('says so when a file cannot be written', async () => {
    const { code, err } = await memory(run(), 'export', join(temporaryFolder(), 'none', 'x.json'))
    expect(code).toBe(3)
    expect(err).toContain('Check that its folder is there')
  })
})
