import type { MemoryChange } from '../../src/core/memory-change.ts'
import { openMemory } from '../../src/memory/rebuild.ts'
import { openFileJournal } from '../../src/record/file-journal.ts'
import { runDirectoryAt } from '../../src/record/run-directory.ts'
import { exampleSkill, exampleTask } from './examples.ts'
import { exampleBelief, exampleEpisode } from './memory-examples.ts'

/*
 * A process that commits steps without end, as an agent does, and writes the number of each step on a line of its own once
 * it is committed. A test kills it.
 */
const directory = runDirectoryAt(process.argv[2] ?? '')
const journal = openFileJournal(directory.journal)
const { memory } = openMemory(directory.memory('Ada'), 'Ada', () => journal.entries())
for (let step = memory.tasks.all().length + 1; ; step++) {
  const changes = changesOf(step)
  const { sequence } = journal.append({ type: 'step-committed', step, changes }, 'Ada', step)
  memory.apply(sequence, changes)
  process.stdout.write(`${step}\n`)
}

/** Large and small changes of every kind, some to records that were there before. */
function changesOf(step: number): MemoryChange[] {
  const sentence = `Step ${step}.`
  const summary = 'x'.repeat((step * 97) % 9000)
  return [
    { type: 'belief-set', belief: exampleBelief({ id: `belief-${step % 7}`, sentence }) },
    { type: 'episode-added', episode: exampleEpisode({ id: `episode-${step}`, summary }) },
    { type: 'skill-set', skill: exampleSkill({ version: 1 + (step % 5), description: sentence }) },
    { type: 'task-set', task: exampleTask({ id: `task-${step}`, text: sentence }) },
  ]
}
