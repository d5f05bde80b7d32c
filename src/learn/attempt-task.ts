import type { Attempt, Verdict } from '../core/attempt.ts'
import type { Authored, MindView, Question } from '../core/brain.ts'
import { claimKey } from '../core/claim.ts'
import type { Task } from '../core/desire.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Finding, Program } from '../core/program.ts'
import type { Skill } from '../core/skill.ts'
import { assembleProgram } from './assemble-program.ts'
import { makeRoom } from './make-room.ts'

/** What an attempt needs from the mind that makes it. */
export interface AttemptPorts {
  /** The mind as it is now, with a fresh percept and all that it has come to believe in this step. */
  view(): Promise<MindView>
  author(view: MindView, attempts: readonly Attempt[]): Promise<Authored>
  check(name: string, source: string, callable: readonly string[]): readonly Finding[]
  run(program: Program, number: number): Promise<Outcome>
  judge(attempt: Omit<Attempt, 'verdict'>): Promise<Verdict>
  /** Whether the agent has to turn to something else, so that no further attempt is made. */
  isInterrupted(): boolean
  /** Lets the mind learn from what the attempt showed, before the next one is written. */
  observe(attempt: Attempt): void
  started(draft: WrittenSkill, number: number): void
  ended(attempt: Attempt): void
}

type WrittenSkill = Extract<Authored, { type: 'skill' }>

/** How a series of attempts ended. */
export interface TaskResult {
  readonly attempts: readonly Attempt[]
  /** The last attempt, when it succeeded, with the library versions that its code called. */
  readonly success: { readonly attempt: Attempt; readonly calls: Skill['calls'] } | null
  /** Set when the author could not go on: what it would have to know. */
  readonly blocked: { readonly reason: string; readonly questions: readonly Question[] } | null
  /** Whether something else came first: the task stays open. */
  readonly isInterrupted?: boolean
}

/**
 * Writes, checks, runs and judges code for a task until it succeeds, the author is blocked or `limit` attempts are used
 * up (Voyager, section 2.3: four rounds). No attempt repeats the code of a failed one unless a belief that it depends on
 * has changed: an author that has nothing new to offer is blocked.
 */
export async function attemptTask(task: Task, limit: number, ports: AttemptPorts): Promise<TaskResult> {
  const attempts: Attempt[] = []
  const failed = new Set<string>()
  while (attempts.length < limit) {
    if (ports.isInterrupted()) return { attempts, success: null, blocked: null, isInterrupted: true }
    const view = await ports.view()
    if (attempts.length > 0 && needsRoom(task, view))
      return { attempts, success: null, blocked: null, isInterrupted: true }
    const authored = await ports.author(view, attempts)
    if (authored.type === 'blocked') return { attempts, success: null, blocked: authored }
    const fingerprint = fingerprintOf(authored, view)
    if (failed.has(fingerprint)) return { attempts, success: null, blocked: nothingNew(task) }
    const { attempt, calls } = await makeAttempt(authored, view, attempts.length + 1, ports)
    attempts.push(attempt)
    if (attempt.verdict.success) return { attempts, success: { attempt, calls }, blocked: null }
    if (showsCodeToBeWrong(attempt)) failed.add(fingerprint)
  }
  return { attempts, success: null, blocked: null, isInterrupted: ports.isInterrupted() }
}

async function makeAttempt(authored: WrittenSkill, view: MindView, number: number, ports: AttemptPorts) {
  ports.started(authored, number)
  const { draft, reused } = authored
  const callable = view.skills.usable().map((skill) => skill.name)
  const findings = reused === null ? ports.check(draft.name, draft.source, callable) : []
  const assembled = findings.length === 0 ? assemble(authored, view) : null
  const outcome = assembled === null ? null : await ports.run(assembled.program, number)
  const { arguments: values, dependsOn } = authored
  const unjudged = { number, draft, arguments: values, reused, findings, outcome, dependsOn }
  const attempt: Attempt = { ...unjudged, verdict: await ports.judge(unjudged) }
  ports.observe(attempt)
  ports.ended(attempt)
  return { attempt, calls: assembled?.calls ?? [] }
}

function assemble({ draft, arguments: values, reused }: WrittenSkill, { skills }: MindView) {
  const pinned = reused === null ? null : skills.find(reused.name, reused.version)
  const calls = pinned?.calls ?? draft.calls.map((name) => ({ name, version: null }))
  return assembleProgram(draft, calls, values, skills)
}

/** Equal for the same code with the same arguments while the beliefs that it relies on stay the same. */
function fingerprintOf({ draft, arguments: values, dependsOn }: WrittenSkill, view: MindView): string {
  const keys = new Set(dependsOn)
  const beliefs = view.beliefs
    .filter((belief) => belief.claim !== null && keys.has(claimKey(belief.claim)))
    .map((belief) => [belief.claim, belief.status])
  return JSON.stringify([draft.source, values, beliefs])
}

/** Nothing more can be picked up, and the next task would be to do something about it. */
function needsRoom(task: Task, view: MindView): boolean {
  const room = view.percept.freeSlots > 0 ? null : makeRoom(view)
  return room !== null && room.text !== task.text
}

/** An attempt that was cut off from outside says nothing about its code: the same may be tried again. */
function showsCodeToBeWrong({ outcome }: Attempt): boolean {
  return outcome === null || (outcome.status !== 'aborted' && outcome.status !== 'died')
}

function nothingNew(task: Task) {
  return { reason: `Everything that comes to mind for "${task.text}" has been tried.`, questions: [] }
}
