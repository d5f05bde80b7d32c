import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import type { PersonRoles } from '../../brain/human/with-person.ts'
import { InfrastructureError, InputError } from '../../core/errors.ts'
import type { PaceState } from '../../core/run-control.ts'
import { foreseeTensorBackend } from '../../memory/embedding/tensor-backend.ts'
import type { CommandIo } from '../command-io.ts'
import type { RunHandle, RunOptions, RunResult, StartRun } from '../compose/run-handle.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { firstInterrupt, type Interrupt } from '../first-interrupt.ts'
import { openLiveView } from '../live-view/live-view.ts'
import { type Terminal, withoutRedraws } from '../live-view/terminal.ts'
import { choosePagePort } from '../page-port.ts'
import { jsonSummary, textSummary } from '../run-report.ts'
import { stepByKeyboard } from '../step-by-keyboard.ts'
import { defaultTeamPath, loadTeamFile } from '../team-file.ts'
import { overrideTeam, type TeamOverrides } from '../team-overrides.ts'
import type { TeamFile } from '../team-schema.ts'

export interface RunFlags extends TeamOverrides {
  /** Port of the page. */
  readonly port?: number
  /** False with `--no-page`. */
  readonly page: boolean
  readonly json?: boolean
  /** The run directory. */
  readonly out?: string
  /** Simulated seconds in a second at most. */
  readonly speed?: number
  readonly pause?: boolean
  /** Who chooses tasks, and who judges what no machine can. */
  readonly curriculum?: 'agent' | 'person'
  readonly critic?: 'agent' | 'person'
  /** Cassette of model calls to write. */
  readonly record?: string
  /** Cassette of model calls to take every reply from. */
  readonly replay?: string
}

/** Runs a team until its goal is reached, its time is up or the person at the terminal ends it. */
export async function runCommand(
  teamPath: string | null,
  flags: RunFlags,
  startRun: StartRun,
  io: CommandIo,
): Promise<ExitCode> {
  const team = overrideTeam(loadTeamFile(teamPath ?? defaultTeamPath()), flags)
  // Says so at once when there is no such world, instead of from another process.
  if (team.world !== null) loadWorldDefinition(team.world)
  const pace = paceOf(team, flags)
  const interrupt = firstInterrupt(io)
  const pagePort = flags.page ? (flags.port ?? (await choosePagePort())) : null
  io.err(await foreseeTensorBackend())
  const person = personOf(flags, io)
  const cassettes = { record: flags.record ?? null, replay: flags.replay ?? null }
  const options = { team, directory: flags.out ?? null, pagePort, pace, cassettes, log: io.err, person }
  const handle = await startUnlessInterrupted(options, interrupt, startRun, io)
  if (handle === null) return EXIT.missed
  if (isStepped(flags) && handle.control !== null) stepByKeyboard(handle.control, io)
  try {
    const result = await watch(handle, flags, interrupt, io)
    report(handle, flags, io)
    if (handle.pageUrl !== null && stays(flags, io) && !interrupt.happened()) {
      io.out(`\nThe page stays open at ${handle.pageUrl} until you press Ctrl-C.`)
      await interrupt.promise
    }
    return result.reached ? EXIT.reached : EXIT.missed
  } finally {
    await handle.stop('the command ended')
    interrupt.stopListening()
  }
}

function personOf({ curriculum, critic }: RunFlags, io: CommandIo): PersonRoles | null {
  if (curriculum !== 'person' && critic !== 'person') return null
  return { person: io, curriculum: curriculum === 'person', critic: critic === 'person' }
}

/** Whether somebody at the keyboard steps: a pause that no page could end. */
function isStepped({ pause, page }: RunFlags): boolean {
  return pause === true && !page
}

function paceOf({ time }: TeamFile, { speed, pause }: RunFlags): PaceState {
  if (time === 'real' && (speed !== undefined || pause === true)) {
    throw new InputError(
      `${speed === undefined ? '--pause' : '--speed'} is for simulated time only: add --time simulated.`,
    )
  }
  return { speed: speed ?? null, isPaused: pause === true }
}

/** The started run; null when Ctrl-C came before it had started. */
async function startUnlessInterrupted(
  options: RunOptions,
  interrupt: Interrupt,
  startRun: StartRun,
  io: CommandIo,
): Promise<RunHandle | null> {
  const startUp = new AbortController()
  let starting = true
  void interrupt.promise.then(() => {
    if (starting) io.err('Ending before the run has started. Press Ctrl-C again to quit at once.')
    startUp.abort(new InfrastructureError('The run was ended from the keyboard before it had started.'))
  })
  try {
    return await startRun({ ...options, signal: startUp.signal })
  } catch (error) {
    interrupt.stopListening()
    if (error !== startUp.signal.reason) throw error
    return null
  } finally {
    starting = false
  }
}

/** Shows the run until it has finished. Ctrl-C ends it in good order. */
async function watch(
  handle: RunHandle,
  flags: RunFlags,
  interrupt: Interrupt,
  io: CommandIo,
): Promise<RunResult> {
  const view = openLiveView(handle, terminalOf(flags, io))
  const end = async () => {
    view.say('Ending the run. Press Ctrl-C again to quit at once.')
    await handle.stop('ended from the keyboard')
    return handle.finished
  }
  try {
    const first = await Promise.race([handle.finished, interrupt.promise])
    return first ?? (await end())
  } catch (error) {
    // What it failed by is printed as the reason for the exit code.
    view.say(`The run failed. What was recorded lies in ${handle.directory}.`)
    throw error
  } finally {
    view.close()
  }
}

/** A table that is redrawn would write over what a person types. */
function terminalOf(flags: RunFlags, io: CommandIo): Terminal {
  const terminal = io.terminal(flags.json === true)
  return personOf(flags, io) === null && !isStepped(flags) ? terminal : withoutRedraws(terminal)
}

function report(handle: RunHandle, flags: RunFlags, io: CommandIo): void {
  io.out(flags.json ? jsonSummary(handle.directory) : textSummary(handle.directory))
}

/** Whether somebody sits there who can look at the page and press Ctrl-C. */
function stays(flags: RunFlags, io: CommandIo): boolean {
  return !flags.json && io.terminal(false).redraws
}
