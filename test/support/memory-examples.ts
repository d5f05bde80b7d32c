import type { Belief, Evidence } from '../../src/core/belief.ts'
import type { Episode } from '../../src/core/episode.ts'
import type { AgentMemory } from '../../src/core/memory.ts'
import type { Message } from '../../src/core/message.ts'

/** Small valid records of a memory, for tests that care about a few fields only. */
export function exampleBelief(fields: Partial<Belief> = {}): Belief {
  return {
    id: 'belief-1',
    kind: 'task',
    sentence: 'Mining stone needs a wooden pickaxe.',
    claim: { type: 'tool', block: 'stone', tools: ['wooden_pickaxe'] },
    source: { type: 'seen' },
    tick: 7,
    confidence: 1,
    status: 'held',
    evidence: [],
    ...fields,
  }
}

export function exampleEvidence(fields: Partial<Evidence> = {}): Evidence {
  return {
    supports: false,
    sentence: 'It dropped nothing.',
    source: { type: 'seen' },
    tick: 7,
    confidence: 1,
    ...fields,
  }
}

export function exampleEpisode(fields: Partial<Episode> = {}): Episode {
  return {
    id: 'episode-1',
    tick: 7,
    task: 'Obtain 3 oak_log',
    goal: { type: 'have', item: 'oak_log', count: 3 },
    success: true,
    circumstances: null,
    attempts: [],
    conversations: [],
    summary: 'Three logs were mined in one attempt.',
    standsFor: 1,
    ...fields,
  }
}

export function exampleMessage(fields: Partial<Message> = {}): Message {
  return {
    id: 'message-1',
    conversation: 'conversation-1',
    turn: 0,
    from: 'Ada',
    to: ['Ben'],
    reach: 'name',
    act: 'tell',
    text: 'Stone needs a pickaxe.',
    about: ['stone'],
    claims: [],
    grounds: [],
    assumptions: [],
    replyTo: null,
    tick: 7,
    ...fields,
  }
}

/** Everything that can be read from a memory, to compare two of them. */
export function contentsOf(memory: AgentMemory) {
  const names = ['dig', 'digDeep', 'craft']
  return {
    sequence: memory.sequence(),
    beliefs: memory.facts.all(),
    issued: memory.facts.issued(),
    episodes: memory.episodes.recent(1000),
    count: memory.episodes.count(),
    messages: memory.episodes.messages(1000),
    messageCount: memory.episodes.messageCount(),
    skillVersions: memory.skillVersions(),
    tasks: memory.tasks.all(),
    current: memory.tasks.current(),
    usable: memory.skills.usable(),
    versions: names.flatMap((name) => [1, 2, 3].map((version) => memory.skills.find(name, version))),
    newest: names.map((name) => memory.skills.find(name)),
  }
}
