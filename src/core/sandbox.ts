import type { AttemptLimits } from './body.ts'
import type { Json } from './json.ts'
import type { Outcome, TraceEntry } from './outcome.ts'
import type { PrimitiveResult } from './primitive-result.ts'
import type { Program } from './program.ts'

/** Runs untrusted skill code, one run at a time, away from everything that it must not touch. */
export interface SkillSandbox {
  /** Never rejects for anything that the code does. `signal` ends the run with status `aborted`. */
  run(request: SandboxRequest, host: SkillHost, signal: AbortSignal): Promise<SandboxRun>
  /** Has what the first run needs started before there is one; left out where nothing is to be started. */
  warmUp?(): void
  close(): Promise<void>
}

export interface SandboxRequest {
  readonly program: Program
  readonly limits: AttemptLimits
  /** Seeds `Math.random`. */
  readonly seed: string
  /** Minecraft version whose `mcData` the code sees. */
  readonly version: string
}

/** The part of an outcome that the sandbox knows; the body adds inventories and ticks. */
export type SandboxRun = Pick<Outcome, 'status' | 'error' | 'value' | 'fuelUsed' | 'reproducible'>

/**
 * What skill code can reach: the body behind a narrow gate. Both methods get names and values from untrusted code; the
 * host checks every one of them.
 */
export interface SkillHost {
  /** Answers at once from the bot's present state. Throws an Error whose message the skill code may see. */
  read(method: string, parameters: readonly Json[]): Json
  /**
   * Does something that takes game time. Resolves with a result also for soft failures; rejects only for wrong
   * arguments, with an Error whose message the skill code may see. When the signal aborts it stops the bot's controls.
   */
  act(method: string, parameters: readonly Json[], signal: AbortSignal): Promise<PrimitiveResult>
  /** A line of `bot.chat`, or a skill function entered or left. */
  note(note: SkillNote): void
  /** Called when skill code starts to compute and when it waits for the body, so that simulated time can stand still. */
  computing(isComputing: boolean): void
}

export type SkillNote =
  | { readonly type: 'chat'; readonly text: string }
  | {
      readonly type: 'skill'
      readonly name: string
      readonly phase: Extract<TraceEntry, { type: 'skill' }>['phase']
    }
