import type { RunEvent } from '../core/run-event.ts'

type ModelCalled = Extract<RunEvent, { type: 'model-called' }>

/** What a task cost that was done: from the end of the task before it, its proposal included. */
export interface TaskCost {
  readonly task: string
  readonly inputTokens: number
  /** Attempts that wrote new code. */
  readonly written: number
}

/** Results that tell of no trouble with a provider. */
const OWN: ReadonlySet<ModelCalled['result']> = new Set(['used', 'unusable', 'aborted', 'over-budget'])

/** What an agent asked of language models, and what each task that it did has cost. */
export class ModelUsage {
  calls = 0
  inputTokens = 0
  outputTokens = 0
  /** US dollars; null where a price is not known. */
  cost: number | null = 0
  /** How many calls gave nothing that could be used, by the reason. */
  readonly failures = new Map<ModelCalled['result'], number>()
  /** What the last failure of a provider was, for people; null where none failed. */
  lastFailure: string | null = null
  readonly tasks: TaskCost[] = []
  #sinceTask = 0

  call({ inputTokens, outputTokens, cost, result, model, reason }: ModelCalled): void {
    this.calls++
    this.inputTokens += inputTokens
    this.outputTokens += outputTokens
    this.cost = cost === null || this.cost === null ? null : this.cost + cost
    this.#sinceTask += inputTokens
    if (!OWN.has(result)) this.lastFailure = `${model}: ${reason}`
    if (result !== 'used') this.failures.set(result, (this.failures.get(result) ?? 0) + 1)
  }

  /** @param written how many attempts at it wrote new code */
  endTask(task: string, isDone: boolean, written: number): void {
    if (isDone && this.#sinceTask > 0) this.tasks.push({ task, inputTokens: this.#sinceTask, written })
    this.#sinceTask = 0
  }
}
