import type { Belief } from '../core/belief.ts'
import type { Episode } from '../core/episode.ts'
import type { MemoryChange } from '../core/memory-change.ts'
import { importSkills } from './library-import.ts'
import type { MemoryDocument, MemoryOwner } from './memory-document.ts'
import type { VolatileMemory } from './volatile-memory.ts'

/**
 * The changes that bring a document into a memory. A record that the memory has already, by its id, is replaced where the
 * document is the owner's own. What comes from another agent or run is added: facts and episodes under new ids, unless the
 * memory holds the same claim, which is then replaced; skills as `importSkills` does; tasks and messages stay
 * behind, because they are what the other was to do and was told. What is right already is no change.
 */
export function importDocument(
  document: MemoryDocument,
  owner: MemoryOwner,
  memory: VolatileMemory,
): readonly MemoryChange[] {
  const isOwn = document.run === owner.run && document.agent === owner.agent
  const facts = factChanges(document, owner, memory, isOwn)
  if (isOwn) return [...facts, ...ownChanges(document, memory)]
  const origin = `${document.run}-${document.agent}`
  const episodes = document.episodes.map((episode) => ({ ...episode, id: `${origin}/${episode.id}` }))
  return [
    ...facts,
    ...episodeChanges(episodes, memory),
    ...importSkills(document.skills, memory.skills, origin),
  ]
}

/**
 * Ids of beliefs count all that an agent ever had. One that the agent has had keeps its id; any other gets the next, so that
 * no belief that is yet to form falls on it.
 */
function factChanges(
  { facts }: MemoryDocument,
  { agent }: MemoryOwner,
  memory: VolatileMemory,
  isOwn: boolean,
): readonly MemoryChange[] {
  const byContent = new Map(memory.facts.all().map((belief) => [contentOf(belief), belief.id]))
  const ids = new Map<string, string>()
  const had = memory.facts.issued()
  let issued = had
  for (const fact of facts) {
    const isHad = isOwn && numberOf(fact.id) <= had
    const known = isHad ? fact.id : byContent.get(contentOf(fact))
    ids.set(fact.id, known ?? `${agent}-belief-${++issued}`)
  }
  return facts.flatMap((fact): readonly MemoryChange[] => {
    const belief = withIds(fact, ids)
    const before = memory.facts.find(belief.id)
    return isSame(before, belief) ? [] : [{ type: 'belief-set', belief }]
  })
}

function numberOf(id: string): number {
  return Number(/-belief-(\d+)$/.exec(id)?.[1] ?? Number.POSITIVE_INFINITY)
}

/** What makes two beliefs the same one: the claim, or the sentence where there is none. */
function contentOf({ kind, claim, sentence }: Belief): string {
  return claim === null ? `${kind} ${sentence}` : JSON.stringify(claim)
}

function withIds(belief: Belief, ids: ReadonlyMap<string, string>): Belief {
  const { source } = belief
  const id = ids.get(belief.id) ?? belief.id
  if (source.type !== 'inferred') return { ...belief, id }
  return { ...belief, id, source: { ...source, from: source.from.map((from) => ids.get(from) ?? from) } }
}

function episodeChanges(episodes: readonly Episode[], memory: VolatileMemory): readonly MemoryChange[] {
  return episodes.flatMap((episode): readonly MemoryChange[] =>
    isSame(memory.episodes.find(episode.id), episode) ? [] : [{ type: 'episode-set', episode }],
  )
}

function ownChanges(document: MemoryDocument, memory: VolatileMemory): readonly MemoryChange[] {
  const tasks = new Map(memory.tasks.all().map((task) => [task.id, task]))
  const messages = new Set(memory.episodes.messages(Number.MAX_SAFE_INTEGER).map(({ id }) => id))
  return [
    ...episodeChanges(document.episodes, memory),
    ...document.skills.flatMap((skill): readonly MemoryChange[] =>
      isSame(memory.skills.find(skill.name, skill.version), skill) ? [] : [{ type: 'skill-set', skill }],
    ),
    ...document.tasks.flatMap((task): readonly MemoryChange[] =>
      isSame(tasks.get(task.id) ?? null, task) ? [] : [{ type: 'task-set', task }],
    ),
    ...document.messages.flatMap((message): readonly MemoryChange[] =>
      messages.has(message.id) ? [] : [{ type: 'message-noted', message }],
    ),
  ]
}

function isSame(known: unknown, record: unknown): boolean {
  return JSON.stringify(known) === JSON.stringify(record)
}
