import { listWorlds, loadWorldDefinition } from '../../server/world/world-definition.ts'
import { errorMessage } from '../core/errors.ts'
import { startTensorBackend } from '../memory/embedding/tensor-backend.ts'
import { sandboxProtections } from '../sandbox/sandbox-protections.ts'
import type { Check, Finding } from './commands/doctor.ts'
import { lookAtKeys, modelChecks } from './look-at-models.ts'
import { isFree, USUAL_PAGE_PORT } from './page-port.ts'
import { parseServerAddress } from './server-address.ts'
import { defaultTeamPath, loadTeamFile } from './team-file.ts'
import { overrideTeam } from './team-overrides.ts'

const NODE_NEEDED = 26

export interface DoctorFlags {
  readonly server?: string
  /** Team file whose language models are asked whether they are there. */
  readonly team?: string
  readonly brain?: string
  readonly brainUrl?: string
}

/** What `kithcraft doctor` looks at. Throws an InputError for a team file or a model that cannot be used. */
export function doctorChecks(flags: DoctorFlags): readonly Check[] {
  const { server } = flags
  return [
    { name: 'Node.js', look: async () => lookAtNode(process.versions.node) },
    { name: 'inspector signal', look: async () => lookAtInspectorSignal(process.execArgv) },
    { name: 'sandbox', look: lookAtSandbox },
    { name: 'worlds', look: async () => lookAtWorlds() },
    { name: 'default team', look: async () => lookAtDefaultTeam() },
    { name: 'page port', look: lookAtPagePort },
    { name: 'vectors', look: lookAtVectors },
    { name: 'model keys', look: async () => lookAtKeys(process.env) },
    ...modelsOf(flags),
    ...(server === undefined ? [] : [{ name: 'server', look: () => lookAtServer(server) }]),
  ]
}

function modelsOf({ team, server: _server, ...brain }: DoctorFlags): readonly Check[] {
  if (team === undefined && brain.brain === undefined && brain.brainUrl === undefined) return []
  return modelChecks(overrideTeam(loadTeamFile(team ?? defaultTeamPath()), brain), process.env)
}

export function lookAtNode(version: string): Finding {
  if (Number.parseInt(version, 10) >= NODE_NEEDED) return { status: 'ok', text: version }
  return {
    status: 'failed',
    text: `${version} is too old: Kithcraft brings Node.js ${NODE_NEEDED} for common platforms; start it with npx or npm.`,
  }
}

/** Whether a process of the same user could open this one's debugger by a signal. */
export function lookAtInspectorSignal(flags: readonly string[]): Finding {
  if (flags.includes('--disable-sigusr1')) return { status: 'ok', text: 'SIGUSR1 does not open the debugger' }
  return {
    status: 'warning',
    text: 'started without --disable-sigusr1: use npm start or the kithcraft command',
  }
}

function lookAtWorlds(): Finding {
  const names = listWorlds()
  for (const name of names) loadWorldDefinition(name)
  return { status: 'ok', text: names.join(', ') }
}

function lookAtDefaultTeam(): Finding {
  const { agents } = loadTeamFile(defaultTeamPath())
  return { status: 'ok', text: agents.map((agent) => agent.name).join(' and ') }
}

async function lookAtPagePort(): Promise<Finding> {
  if (await isFree(USUAL_PAGE_PORT)) return { status: 'ok', text: `${USUAL_PAGE_PORT} is free` }
  return { status: 'warning', text: `${USUAL_PAGE_PORT} is taken: runs will take another one` }
}

async function lookAtVectors(): Promise<Finding> {
  return { status: 'ok', text: (await startTensorBackend()).line }
}

/** What keeps skill code away from this machine; what is missing is a warning, because most protections are always there. */
async function lookAtSandbox(): Promise<Finding> {
  const { namespaces, advice } = await sandboxProtections()
  const always = 'permission model, empty environment, fuel and time limits'
  const text = namespaces ? `${always}, namespaces of its own` : always
  return advice === null ? { status: 'ok', text } : { status: 'warning', text: `${text}. ${advice}` }
}

/** Whether a Minecraft server answers at the address, and what it says about itself; only joining tells more. */
export async function lookAtServer(text: string): Promise<Finding> {
  const { host, port } = parseServerAddress(text, null)
  // Loaded here, so that the other checks do not wait for it.
  const { pingServer } = await import('./ping-server.ts')
  try {
    const { version, players } = await pingServer(host, port)
    const known = `Minecraft ${version.name} at ${host}:${port}, ${players.online} of ${players.max} players`
    if (players.online < players.max) return { status: 'ok', text: known }
    return { status: 'warning', text: `${known}: it is full. Free a place or raise its player limit.` }
  } catch (error) {
    return { status: 'failed', text: `"${host}:${port}" ${connectionReason(error)}` }
  }
}

function connectionReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ECONNREFUSED') {
    return 'cannot be reached: nothing listens on that port. Is the server running?'
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return 'cannot be reached: there is no such host. Is the address right?'
  }
  if (code !== '') return `cannot be reached: ${errorMessage(error)}. Is the address right?`
  return 'does not answer as a Minecraft server does. Is that the port of the game?'
}
