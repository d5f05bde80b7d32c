import type { Embedder } from '../../core/embedder.ts'
import { LocalEmbedder } from '../../memory/embedding/local-embedder.ts'
import { ServiceEmbedder } from '../../memory/embedding/service-embedder.ts'
import type { Meaning } from '../../memory/recall/recall.ts'
import type { TeamFile } from '../team-schema.ts'

/** What a team's memories are compared by meaning with. */
export interface TeamMeaning {
  /** Null where the team file wants words alone. */
  readonly meaning: Meaning | null
  close(): Promise<void>
}

/**
 * What the team file asks for; nothing is loaded before it is needed. Throws an InputError for a service whose key is not in
 * the environment.
 */
export function startMeaning(
  team: Pick<TeamFile, 'memory' | 'agents'>,
  log: (line: string) => void,
): TeamMeaning {
  const embedder = createEmbedder(team, log)
  const onFailure = (reason: string) => log(`${reason} Memories are compared by words.`)
  return {
    meaning: embedder === null ? null : { embedder, onFailure },
    close: async () => embedder?.close(),
  }
}

function createEmbedder(
  { memory: { embeddings }, agents }: Pick<TeamFile, 'memory' | 'agents'>,
  log: (line: string) => void,
): Embedder | null {
  if (typeof embeddings === 'object') return new ServiceEmbedder(embeddings, process.env)
  // A planner takes from its memory what it can compute with, and finds that without a model.
  const isRead = agents.some(({ brain }) => brain !== 'planner')
  return embeddings === 'local' || (embeddings === 'auto' && isRead) ? new LocalEmbedder(log) : null
}
