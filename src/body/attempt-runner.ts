import type { AttemptRequest, BodyEvent } from '../core/body.ts'
import type { Clock } from '../core/clock.ts'
import { errorMessage } from '../core/errors.ts'
import type { ItemCounts } from '../core/item-counts.ts'
import type { Json } from '../core/json.ts'
import type { Outcome, TraceEntry } from '../core/outcome.ts'
import type { PrimitiveResult } from '../core/primitive-result.ts'
import type { SandboxRun, SkillNote, SkillSandbox } from '../core/sandbox.ts'
import { ActFailure } from './acting/act-failure.ts'
import { inventoryCounts } from './acting/held-items.ts'
import type { AgentBot } from './agent-bot.ts'
import { ChatRelay } from './chat-relay.ts'
import { listedKnowledge } from './knowledge/book-knowledge.ts'
import { fullKnowledge } from './knowledge/full-knowledge.ts'
import type { Bot } from './mineflayer-library.ts'
import { BotSkillHost } from './skill-host.ts'
import { stopTravel } from './travel/travel.ts'

export interface AttemptSetting {
  readonly agentBot: AgentBot
  readonly bot: Bot
  readonly clock: Clock
  readonly sandbox: SkillSandbox
  readonly emit: (event: BodyEvent) => void
}

/** Why an attempt was ended from outside of its code. */
type Ending = 'timed-out' | 'died' | 'aborted'

/**
 * Runs skill code on a bot, once. Whatever the code does, the bot stands still and connected afterwards, and the clock
 * is free again.
 */
export async function runAttempt(
  setting: AttemptSetting,
  request: AttemptRequest,
  signal: AbortSignal,
): Promise<Outcome> {
  const { clock, bot, agentBot } = setting
  const startTick = clock.tick()
  const inventoryBefore = inventoryCounts(bot)
  const record = new AttemptRecord(setting, request)
  const ending = watchEnding(setting, request, signal)
  const host = new BotSkillHost({
    agent: request.agent,
    bot,
    clock,
    knowledge:
      request.knowledge.scope === 'full' ? fullKnowledge(bot) : listedKnowledge(request.knowledge.claims),
    ...(request.places !== undefined && { places: request.places }),
    tally: agentBot.tally,
    lock: agentBot.lock,
    life: agentBot.life,
    onAct: record.addAct,
    onNote: record.addNote,
    onComputing: record.setComputing,
  })
  try {
    const run = await runCode(setting, { request, host, signal: ending.signal })
    record.setComputing(false)
    await clock.turn(request.agent)
    const stopped = ending.reason()
    const inventoryAfter = agentBot.isPresent ? inventoryCounts(bot) : inventoryBefore
    return outcomeOf(run, {
      stopped,
      record,
      startTick,
      endTick: clock.tick(),
      inventoryBefore,
      inventoryAfter,
    })
  } finally {
    ending.stop()
    if (agentBot.isPresent) stopEverything(bot)
  }
}

/** A sandbox that breaks its word and rejects fails the attempt, not the body. */
async function runCode(
  setting: AttemptSetting,
  run: { readonly request: AttemptRequest; readonly host: BotSkillHost; readonly signal: AbortSignal },
): Promise<SandboxRun> {
  if (run.signal.aborted) return abortedRun('The attempt was over before it began.')
  const { program, limits, seed } = run.request
  try {
    const sandboxRequest = { program, limits, seed, version: setting.bot.version }
    return await setting.sandbox.run(sandboxRequest, run.host, run.signal)
  } catch (error) {
    return { ...abortedRun(`The sandbox failed: ${errorMessage(error)}`), reproducible: false }
  }
}

function abortedRun(message: string): SandboxRun {
  const error = { message, module: null, line: null, column: null }
  return { status: 'aborted', error, value: null, fuelUsed: 0, reproducible: true }
}

/** Ends the attempt at its deadline, at the bot's death or loss, and when the caller wants it. */
function watchEnding(setting: AttemptSetting, request: AttemptRequest, caller: AbortSignal) {
  const controller = new AbortController()
  let reason: { readonly status: Ending; readonly message: string } | null = null
  const end = (status: Ending, message: string) => {
    reason ??= { status, message }
    controller.abort(new ActFailure(status === 'aborted' ? 'interrupted' : status, message))
  }
  const { life } = setting.agentBot
  const onLife = () => {
    const failure: unknown = life.reason
    const died = failure instanceof ActFailure && failure.code === 'died'
    end(died ? 'died' : 'aborted', errorMessage(failure))
  }
  const onCaller = () => end('aborted', 'The attempt was called off.')
  const { ticks } = request.limits
  setting.clock.wait(ticks, controller.signal).then(
    () => end('timed-out', `The attempt took more than its ${ticks} ticks.`),
    () => {},
  )
  life.addEventListener('abort', onLife, { once: true })
  caller.addEventListener('abort', onCaller, { once: true })
  if (life.aborted) onLife()
  if (caller.aborted) onCaller()
  return {
    signal: controller.signal,
    reason: () => reason,
    stop: () => {
      life.removeEventListener('abort', onLife)
      caller.removeEventListener('abort', onCaller)
      controller.abort(new ActFailure('interrupted', 'The attempt is over.'))
    },
  }
}

/** Everything that happens in an attempt, told on as it happens. */
class AttemptRecord {
  readonly trace: TraceEntry[] = []
  readonly chat: string[] = []
  readonly #setting: AttemptSetting
  readonly #request: AttemptRequest
  readonly #relay: ChatRelay
  #release: (() => void) | null = null

  constructor(setting: AttemptSetting, request: AttemptRequest) {
    this.#setting = setting
    this.#request = request
    this.#relay = new ChatRelay(setting.bot, setting.clock, request.gameChat)
  }

  readonly addAct = (name: string, parameters: readonly Json[], result: PrimitiveResult): void => {
    if (!result.ok) this.chat.push(result.message)
    this.#add({ type: 'act', tick: this.#setting.clock.tick(), name, arguments: [...parameters], result })
  }

  readonly addNote = (note: SkillNote): void => {
    if (note.type === 'skill') {
      this.#add({ type: 'skill', tick: this.#setting.clock.tick(), name: note.name, phase: note.phase })
      return
    }
    this.chat.push(note.text)
    this.#relay.say(note.text)
  }

  readonly setComputing = (isComputing: boolean): void => {
    const { agent } = this.#request
    if (isComputing) {
      this.#release ??= this.#setting.clock.hold(`skill of ${agent}`)
      return
    }
    this.#release?.()
    this.#release = null
  }

  #add(entry: TraceEntry): void {
    this.trace.push(entry)
    const { agent, attempt } = this.#request
    this.#setting.emit({ type: 'trace-grew', agent, attempt, entry })
  }
}

interface OutcomeParts {
  readonly stopped: { readonly status: Ending; readonly message: string } | null
  readonly record: AttemptRecord
  readonly startTick: number
  readonly endTick: number
  readonly inventoryBefore: ItemCounts
  readonly inventoryAfter: ItemCounts
}

/** The sandbox only knows that it was told to stop; why is known here. */
function outcomeOf(run: SandboxRun, { stopped, record, ...rest }: OutcomeParts): Outcome {
  const { trace, chat } = record
  const overruled = stopped !== null && (run.status === 'aborted' || run.status === 'threw')
  if (!overruled) return { ...run, trace, chat, ...plain(rest) }
  const place = run.error ?? { module: null, line: null, column: null }
  return {
    ...run,
    status: stopped.status,
    error: { ...place, message: stopped.message },
    trace,
    chat,
    ...plain(rest),
  }
}

function plain({ inventoryBefore, inventoryAfter, ...rest }: Omit<OutcomeParts, 'stopped' | 'record'>) {
  return { inventoryBefore: { ...inventoryBefore }, inventoryAfter: { ...inventoryAfter }, ...rest }
}

function stopEverything(bot: Bot): void {
  stopTravel(bot)
  bot.stopDigging()
  if (bot.usingHeldItem) bot.deactivateItem()
  if (bot.currentWindow) bot.closeWindow(bot.currentWindow)
}
