import { rmSync } from 'node:fs'
import * as z from 'zod'
import { errorMessage } from '../../core/errors.ts'
import { jsonSchema } from '../../core/json.ts'
import { fullSpeed } from '../../core/run-control.ts'
import { measureEpisode } from '../../study/measure-episode.ts'
import { checkTeam } from '../team-file.ts'
import type { TeamFile } from '../team-schema.ts'
import { receiveOrder } from './child-process.ts'
import { KeptSimulation } from './kept-simulation.ts'
import { startRun } from './start-run.ts'

/** Entry point of a process that runs a study's episodes, one after another, and measures them. */
const episodeMessageSchema = z.strictObject({
  type: z.literal('episode'),
  id: z.string(),
  /** The checked team file. */
  team: jsonSchema,
  /** Folder of the run, which does not exist yet. */
  directory: z.string(),
  subjects: z.array(z.string()).nullable(),
})

export type EpisodeMessage = z.infer<typeof episodeMessageSchema>

await receiveOrder(z.strictObject({}))
const worlds = new KeptSimulation()
let last: Promise<void> = Promise.resolve()
process.on('message', (message) => {
  const order = episodeMessageSchema.parse(message)
  last = last.then(() => runEpisode(order))
})

async function runEpisode({ id, team, directory, subjects }: EpisodeMessage): Promise<void> {
  try {
    process.send?.({ type: 'measured', id, measures: await measureRun(team, directory, subjects) })
  } catch (error) {
    process.send?.({ type: 'failed', id, reason: errorMessage(error) })
  }
}

async function measureRun(content: unknown, directory: string, subjects: readonly string[] | null) {
  const { team, issues } = checkTeam(content)
  if (team === null) throw new Error(issues.map(({ message }) => message).join(' '))
  const earlier: string[] = []
  const inNextLife = () => ({ ...team, memory: { ...team.memory, from: earlier.at(-1) ?? team.memory.from } })
  try {
    while (earlier.length < team.memory.lives - 1) {
      const life = `${directory}-life-${earlier.length + 1}`
      rmSync(life, { recursive: true, force: true })
      await measureLife(inNextLife(), life, subjects)
      earlier.push(life)
    }
    return await measureLife(inNextLife(), directory, subjects)
  } finally {
    for (const life of earlier) rmSync(life, { recursive: true, force: true })
  }
}

async function measureLife(team: TeamFile, directory: string, subjects: readonly string[] | null) {
  const run = await startRun({ team, directory, pagePort: null, pace: fullSpeed, worlds, log: () => {} })
  try {
    await run.finished
    return measureEpisode(run.journal.entries(), subjects)
  } finally {
    await run.stop('it has been measured')
  }
}
