import { assertNever } from '../core/assert-never.ts'
import type { Belief, BeliefSource } from '../core/belief.ts'
import type { Circumstances } from '../core/circumstances.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import type { Episode } from '../core/episode.ts'
import { UNKNOWN_BIOME } from '../core/percept.ts'
import { formatSkillFile } from '../memory/skill-file.ts'
import { openQuestions } from '../mind/open-questions.ts'
import { describeGoal } from '../web/describe-goal.ts'
import { cleanText } from './live-view/text-fit.ts'
import type { MemoryRecord } from './memory-records.ts'

/** A record in one line. Texts that others wrote are cleaned of what a terminal would obey. */
export function recordLine(memory: MemoryRecord): string {
  return `${memory.id}  ${cleanText(gist(memory))}`
}

function gist({ kind, record }: MemoryRecord): string {
  switch (kind) {
    case 'facts':
      return `${record.status} ${record.confidence.toFixed(2)}  ${record.sentence}`
    case 'episodes':
      return `tick ${record.tick}  ${record.summary}`
    case 'skills':
      return `${record.status}  ${record.description}`
    case 'tasks':
      return `${record.status}  ${record.text}`
    case 'messages':
      return `tick ${record.tick}  ${record.from} to ${record.to.join(', ')}, ${record.act}: ${record.text}`
    default:
      return assertNever(kind)
  }
}

/**
 * All of a record, in lines for people.
 *
 * @param beliefs all that whose record it is believes
 */
export function describeRecord(memory: MemoryRecord, beliefs: readonly Belief[]): readonly string[] {
  switch (memory.kind) {
    case 'facts':
      return [...beliefLines(memory.record), ...openLines(memory.record, beliefs)]
    case 'episodes':
      return episodeLines(memory.record)
    case 'skills':
      return formatSkillFile(memory.record).trimEnd().split('\n')
    case 'tasks':
    case 'messages':
      return JSON.stringify(memory.record, null, 2).split('\n')
    default:
      return assertNever(memory)
  }
}

function beliefLines(belief: Belief): readonly string[] {
  const { id, kind, sentence, claim, status, confidence, source, tick, evidence } = belief
  return [
    `${id} (${kind}): ${cleanText(sentence)}`,
    `  ${status}, confidence ${confidence.toFixed(2)}, ${sourceText(source)}, tick ${tick}`,
    ...(claim === null ? [] : [`  claim: ${JSON.stringify(claim)}`]),
    ...(evidence.length === 0 ? [] : ['  evidence:']),
    ...evidence.map(
      (one) =>
        `    ${one.supports ? 'for' : 'against'}, tick ${one.tick}, ${sourceText(one.source)}: ${cleanText(one.sentence)}`,
    ),
  ]
}

/** What speaks against an open belief, and what would decide between them. */
function openLines({ claim, status }: Belief, beliefs: readonly Belief[]): readonly string[] {
  const question = openQuestions(beliefs).find(
    ({ open }) => status === 'open' && claim && open.includes(claim),
  )
  if (question === undefined) return []
  const held = question.held === null ? 'what it has always believed' : claimSentence(question.held)
  return [`  acted on meanwhile: ${cleanText(held)}`, `  ${question.trial}`]
}

function sourceText(source: BeliefSource): string {
  switch (source.type) {
    case 'seen':
      return 'seen'
    case 'innate':
      return 'known from the start'
    case 'told':
      return `told by ${cleanText(source.by)}`
    case 'inferred':
      return `inferred from ${source.from.join(', ') || 'what happened'}`
    default:
      return assertNever(source)
  }
}

function placeLine({ biome, dimension, position }: Circumstances): string {
  const where = biome === UNKNOWN_BIOME ? dimension : `${biome}, ${dimension}`
  return `in ${where}, at ${Object.values(position).join(' ')}`
}

function episodeLines(episode: Episode): readonly string[] {
  const { id, tick, task, goal, success, circumstances, attempts, conversations, summary, standsFor } =
    episode
  return [
    `${id} (tick ${tick}): ${cleanText(summary)}`,
    `  task: ${cleanText(task)}${goal === null ? '' : ` (${describeGoal(goal)})`}, ${success ? 'done' : 'not done'}`,
    ...(standsFor > 1 ? [`  stands for ${standsFor} episodes`] : []),
    ...(circumstances === null ? [] : [`  ${placeLine(circumstances)}`]),
    ...attempts.map(
      ({ skill, status, critique }, index) =>
        `  attempt ${index + 1}: ${skill}, ${status}${critique === '' ? '' : `: ${cleanText(critique)}`}`,
    ),
    ...(conversations.length === 0 ? [] : [`  conversations: ${conversations.join(', ')}`]),
  ]
}
