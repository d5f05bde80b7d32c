import { existsSync } from 'node:fs'
import { liveAgent } from '../../agent/agent.ts'
import { liveTeam } from '../../agent/team.ts'
import type { BodyEvent } from '../../core/body.ts'
import type { Clock } from '../../core/clock.ts'
import type { DueTrial } from '../../core/due-trial.ts'
import type { Embedder } from '../../core/embedder.ts'
import { errorMessage, InfrastructureError } from '../../core/errors.ts'
import type { Journal } from '../../core/journal.ts'
import { jsonSchema } from '../../core/json.ts'
import { openFileJournal } from '../../record/file-journal.ts'
import { Recorder } from '../../record/recorder.ts'
import {
  createRunDirectory,
  firstMissingFolder,
  newRunPath,
  type RunDirectory,
  removeRunDirectory,
  runDirectoryAt,
} from '../../record/run-directory.ts'
import { untriedSkills } from '../../record/untried-skills.ts'
import { startPageServer } from '../../web/page-server.ts'
import { Closers } from './closers.ts'
import { createMinds } from './create-minds.ts'
import { freePort } from './free-port.ts'
import { openChannel } from './open-channel.ts'
import { type Memories, openMemories } from './open-memories.ts'
import type { RunHandle, RunOptions, RunResult, StartRun } from './run-handle.ts'
import { runId } from './run-id.ts'
import { joinTeam } from './start-body.ts'
import { startMeaning } from './start-meaning.ts'
import { type Place, startPlace } from './start-place.ts'
import { type ModelFiles, openTeamModels, type TeamModels } from './team-models.ts'

/** Starts a run: game server, bots and trials in processes of their own, the minds in this one. */
export const startRun: StartRun = async (options) => {
  const opened = openDirectory(options)
  const closers = new Closers()
  try {
    return await startParts(options, opened.directory, closers)
  } catch (error) {
    await closers.closeAll().catch(() => {})
    if (opened.isNew) removeRunDirectory(opened.directory, opened.firstCreated)
    throw error
  }
}

interface OpenedDirectory {
  readonly directory: RunDirectory
  /** False for an earlier run that is carried on. */
  readonly isNew: boolean
  /** The topmost folder that was created for it; null where its folder was there. */
  readonly firstCreated: string | null
}

/** A new directory, or the one that was named: an earlier run there is carried on. */
function openDirectory({ directory, team }: RunOptions): OpenedDirectory {
  const path = directory ?? newRunPath('runs', new Date(), team.name)
  const named = runDirectoryAt(path)
  if (existsSync(named.journal)) return { directory: named, isNew: false, firstCreated: null }
  const firstCreated = firstMissingFolder(named.path)
  return { directory: createRunDirectory(path), isNew: true, firstCreated }
}

async function startParts(
  options: RunOptions,
  directory: RunDirectory,
  closers: Closers,
): Promise<RunHandle> {
  const { team } = options
  const journal = openFileJournal(directory.journal)
  closers.add(() => journal.close())
  const time = new RunTime(journal.lastTick)
  const recorder = new Recorder(journal, time, () => ({ time: new Date().toISOString() }))
  recorder.record({
    type: 'run-started',
    run: runId(options.team, directory),
    team: jsonSchema.parse(team),
    goal: team.goal,
  })
  try {
    return await bringToLife({ options, directory, journal, recorder, time }, closers)
  } catch (error) {
    recorder.record({ type: 'run-ended', reached: false, reason: errorMessage(error) })
    throw error
  }
}

/** What the journal's time is: where an earlier part ended, until there is a clock that goes on from there. */
class RunTime {
  clock: Pick<Clock, 'tick'> | null = null
  readonly startTick: number

  constructor(startTick: number) {
    this.startTick = startTick
  }

  tick(): number {
    return this.clock?.tick() ?? this.startTick
  }
}

type Recording = Pick<RunParts, 'options' | 'directory' | 'recorder'> & {
  readonly journal: Journal
  readonly time: RunTime
}

async function bringToLife({ journal, time, ...recording }: Recording, closers: Closers): Promise<RunHandle> {
  const { options, directory, recorder } = recording
  const { team, signal, pace, worlds } = options
  const models = await openTeamModels(team, modelFiles(options, directory, journal), process.env)
  closers.add(() => models?.close())
  const meaning = startMeaning(team, options.log)
  closers.add(() => meaning.close())
  const memories = openMemories(team, directory, journal, recorder, meaning.meaning)
  closers.add(() => memories.close())
  const page = await startPage(options, journal, closers)
  const viewerPort = page?.viewerPort ?? null
  const setting = { team, viewerPort, startTick: time.startTick, pace, ...(worlds && { worlds }) }
  const place = await startPlace(setting, closers)
  time.clock = place.clock
  if (place.control !== null) page?.offerControl(place.control)
  signal?.throwIfAborted()
  const untried = untriedSkills(journal.entries())
  const embedder = meaning.meaning?.embedder ?? null
  const life = await startLife({ ...recording, untried, memories, models, embedder, place, page })
  const stop = async (reason: string) => {
    life.abort.abort(new InfrastructureError(`The run was stopped: ${reason}.`))
    await life.finished.catch(() => {})
    await closers.closeAll()
  }
  return {
    directory: directory.path,
    journal,
    pageUrl: page?.url ?? null,
    control: place.control,
    finished: life.finished,
    stop,
  }
}

function modelFiles(
  { cassettes, log }: RunOptions,
  { modelCalls }: RunDirectory,
  journal: Journal,
): ModelFiles {
  const { record, replay } = cassettes ?? { record: null, replay: null }
  return { callLog: modelCalls, journal: journal.entries(), record, replay, report: log }
}

async function startPage({ pagePort, team, log }: RunOptions, journal: Journal, closers: Closers) {
  if (pagePort === null) return null
  const viewerPort = await freePort()
  const page = await startPageServer({ port: pagePort, viewerPort: () => viewerPort, title: team.name })
  closers.add(() => page.close())
  for (const entry of journal.entries()) page.publish(entry)
  journal.onEntry((entry) => page.publish(entry))
  log(`Watch the team at ${page.url}`)
  return { url: page.url, viewerPort, publish: page.publish, offerControl: page.offerControl }
}

interface RunParts {
  readonly options: RunOptions
  readonly directory: RunDirectory
  readonly recorder: Recorder
  /** Trials that an earlier part of the run left, by agent. */
  readonly untried: ReadonlyMap<string, readonly DueTrial[]>
  readonly memories: Memories
  /** Null where planners do all the thinking. */
  readonly models: TeamModels | null
  readonly embedder: Embedder | null
  readonly place: Place
  readonly page: Awaited<ReturnType<typeof startPage>>
}

/** Joins the bots and lets the agents live. */
async function startLife(run: RunParts) {
  const { options, recorder, memories, models, embedder, place, untried } = run
  const { team, pace } = options
  const { clock, body, control } = place
  body.onEvent((event) => reportBody(run, event))
  const agents = team.agents.map(({ name }) => name)
  const gameVersion = await unlessAborted(joinTeam(body, agents), options.signal)
  if (pace.isPaused) control?.setPace({ isPaused: true })
  const abort = new AbortController()
  const minds = createMinds({
    person: options.person ?? null,
    team,
    run: runId(team, run.directory),
    gameVersion,
    body,
    channel: openChannel(team, { body, clock, gameVersion, signal: abort.signal }),
    clock,
    recorder,
    trials: place.trials,
    untried,
    models,
    embedder,
    memoryOf: memories.of,
    signal: abort.signal,
  })
  const lives: Promise<unknown>[] = []
  const members = minds.map((mind) => ({
    name: mind.agent,
    live: () => {
      const life = liveAgent(mind, memories.nextStep(mind.agent), (end) => lives.push(end))
      lives.push(life)
      return life
    },
  }))
  const finished = finish(run, { abort, team: liveTeam(members, team.until), lives })
  return { abort, finished }
}

/** The promise's result, or the signal's reason when that comes first. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(signal.reason)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([promise, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** What a skill does moment by moment is for spectators only: the journal gets the whole trace when the attempt ends. */
function reportBody({ recorder, page, place }: RunParts, event: BodyEvent): void {
  if (event.type !== 'trace-grew') recorder.recordBody(event)
  else
    page?.publish({ tick: place.clock.tick(), agent: event.agent, event: { type: 'body-reported', event } })
}

/** Ticks in a minute of game time. */
const MINUTE_TICKS = 20 * 60

/**
 * Ends the run at its result, its time limit, the death of its server or its abort, whichever comes first. The last entry
 * of the journal says how.
 */
async function finish(run: RunParts, life: TeamLife): Promise<RunResult> {
  try {
    const first = await Promise.race([life.team, timeLimit(run, life.abort.signal), serverDeath(run)])
    const team = await endAll(life)
    // Who only waited for trials when the run was stopped had reached the goal.
    const result = team?.reached ? team : first
    run.models?.assertUsedUp()
    run.recorder.record({ type: 'run-ended', ...result })
    return result
  } catch (error) {
    await endAll(life)
    run.recorder.record({ type: 'run-ended', reached: false, reason: errorMessage(error) })
    throw error
  }
}

interface TeamLife {
  readonly abort: AbortController
  readonly team: Promise<RunResult>
  /** Of each agent; some go on when the team has its result. */
  readonly lives: readonly Promise<unknown>[]
}

/** What had come of the team by then; null where it failed. */
async function endAll({ abort, team, lives }: TeamLife): Promise<RunResult | null> {
  abort.abort(new Error('The run has ended.'))
  const [ended] = await Promise.allSettled([team, ...lives])
  return ended.status === 'fulfilled' ? ended.value : null
}

function timeLimit({ options, place }: RunParts, signal: AbortSignal): Promise<RunResult> {
  const { minutes } = options.team.limits
  return place.clock.wait(minutes * MINUTE_TICKS, signal).then(
    () => ({ reached: false, reason: `The time is up: ${minutes} minutes.` }),
    (error: unknown) => ({ reached: false, reason: errorMessage(error) }),
  )
}

async function serverDeath({ place, directory }: RunParts): Promise<never> {
  const reason = await place.died
  throw new InfrastructureError(
    `${reason} What was recorded lies in ${directory.path}; go on with "kithcraft run --out ${directory.path}".`,
  )
}
