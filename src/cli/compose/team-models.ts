import { brainSettings, isPlannerOnly } from '../../brain/language/brain-settings.ts'
import { type ModelClock, wallClock } from '../../brain/language/decorators/model-clock.ts'
import { CallFile, type RecordedCall, readCalls } from '../../brain/language/decorators/recorded-call.ts'
import { ReplyStock } from '../../brain/language/decorators/reply-stock.ts'
import { NOTHING_SPENT, type Spent } from '../../brain/language/decorators/spending.ts'
import { type Environment, findApiKey, missingKeyMessage } from '../../brain/language/model/api-key.ts'
import { type CountTokens, loadTokenizer } from '../../brain/language/model/count-tokens.ts'
import { ModelPool } from '../../brain/language/model-pool.ts'
import { InfrastructureError, InputError } from '../../core/errors.ts'
import type { JournalEntry } from '../../core/journal.ts'
import { createRandom } from '../../core/random.ts'
import type { TeamFile } from '../team-schema.ts'
import { unfinishedCalls } from './unfinished-calls.ts'

/** Where model calls come from and go to. */
export interface ModelFiles {
  /** The run's own record of what was paid for; null keeps none. */
  readonly callLog: string | null
  /** What the run's earlier parts have come to. */
  readonly journal: Iterable<JournalEntry>
  /** A cassette to record; null for none. */
  readonly record: string | null
  /** A cassette to take all replies from; null to ask the providers. */
  readonly replay: string | null
  /** Is told, for people, of tries that failed and are made again; left out where nobody reads. */
  readonly report?: (line: string) => void
}

/** The language models of a team. */
export interface TeamModels {
  readonly pool: ModelPool
  readonly clock: ModelClock
  readonly count: CountTokens
  /** Replies of the earlier parts of a resumed run, oldest first. */
  readonly earlier: readonly RecordedCall[]
  /**
   * Throws an InfrastructureError when a replayed cassette did not hold a request, or was not used up. Call it once all
   * agents have finished.
   */
  assertUsedUp(): void
  close(): void
}

/** The models of a team; null where planners do all the thinking. Throws an InputError for a key that is missing. */
export async function openTeamModels(
  team: TeamFile,
  files: ModelFiles,
  environment: Environment,
  clock: ModelClock = wallClock,
): Promise<TeamModels | null> {
  if (team.agents.every(({ brain }) => isPlannerOnly(brain, team.models))) return null
  if (files.replay === null) checkKeys(team, environment)
  const cassette =
    files.replay === null ? null : new ReplyStock(`The cassette "${files.replay}"`, readCalls(files.replay))
  const log = files.callLog === null ? null : new CallFile(files.callLog)
  const tape = files.record === null ? null : new CallFile(files.record)
  const count = await loadTokenizer()
  const pool = new ModelPool({
    environment,
    count,
    clock,
    random: createRandom(`${team.seed}/models`),
    budget: team.budget,
    spentBefore: spentByAgent(log?.earlier ?? []),
    paid: paidBefore(log?.earlier ?? [], files.journal),
    recordings: [log, tape].filter((file) => file !== null),
    cassette,
    ...(files.report && { report: files.report }),
  })
  return {
    pool,
    clock,
    count,
    earlier: (log?.earlier ?? []).filter((call) => !call.failure),
    assertUsedUp: () => assertUsedUp(cassette, files.replay ?? ''),
    close: () => {
      log?.close()
      tape?.close()
    },
  }
}

/** Says at once which key is missing, before anything is started. */
export function checkKeys(team: TeamFile, environment: Environment): void {
  const missing = team.agents.flatMap(({ name, brain }) =>
    brainSettings(brain, team.models, {}).all.flatMap((spec) => {
      const key = findApiKey(spec, environment)
      return key.type === 'missing' ? [`${name}: ${missingKeyMessage(spec, key.variable)}`] : []
    }),
  )
  const [first] = missing
  if (first !== undefined) throw new InputError(first)
}

/** Replies of the run's earlier parts. What failed then may be asked again. */
function paidBefore(calls: readonly RecordedCall[], journal: Iterable<JournalEntry>): ReplyStock {
  const replies = calls.filter((call) => !call.failure)
  return new ReplyStock('The call log', replies, unfinishedCalls(replies, journal))
}

function spentByAgent(calls: readonly RecordedCall[]): ReadonlyMap<string, Spent> {
  const spent = new Map<string, Spent>()
  for (const { agent, usage, cost, requests = 1 } of calls) {
    const before = spent.get(agent) ?? NOTHING_SPENT
    spent.set(agent, {
      calls: before.calls + requests,
      tokens: before.tokens + usage.inputTokens + usage.outputTokens,
      money: before.money + (cost ?? 0),
    })
  }
  return spent
}

function assertUsedUp(cassette: ReplyStock | null, path: string): void {
  const left = cassette?.explainLeft() ?? ''
  // What went another way first is the reason for all that was left.
  if (cassette?.firstMiss) throw new InfrastructureError(`${cassette.firstMiss} ${left}`.trim())
  if (left === '') return
  throw new InfrastructureError(
    `The cassette "${path}" was not used up. ${left} The run went another way than the one that was recorded: record ` +
      'it again with --record.',
  )
}
