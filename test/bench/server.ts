import { createGameRegistry } from '../../server/data/game-registry.ts'
import { createWorld } from '../../server/world/create-world.ts'
import { loadWorldDefinition } from '../../server/world/world-definition.ts'
import type { Benchmark } from './benchmark.ts'
import { Child } from './server/child.ts'
import type { GameSettings } from './server/messages.ts'
import { mean, percentile } from './statistics.ts'
import { threadCpuMs } from './thread-cpu.ts'

const CROWDS = [1, 10, 50, 100]
const SHORT_CROWDS = [1, 10]
const FULL_BOTS = 4
const settings: GameSettings = { world: 'plains', seed: 7, maxPlayers: 200 }
/** Columns of a measurement of the generator: a square of this size. */
const SIDE = 16

export const benchmark: Benchmark = {
  name: 'server',
  description: 'How the game server ticks under players over TCP, starts, makes columns and needs memory.',
  repetitions: 1,
  measure: async (repetition, { short, profile }) => ({
    ...columnRates(repetition),
    ...(await startTimes()),
    ...(await underLoad(short ? SHORT_CROWDS : CROWDS, short ? 5 : 20, profile)),
  }),
}

function columnRates(seed: number): Record<string, number> {
  const registry = createGameRegistry('1.21.4')
  const rate = (name: string) => {
    const world = createWorld(loadWorldDefinition(name), registry, seed)
    const start = threadCpuMs()
    for (let index = 0; index < SIDE * SIDE; index++)
      world.columnPayload(index % SIDE, Math.floor(index / SIDE))
    return (SIDE * SIDE * 1000) / (threadCpuMs() - start)
  }
  rate('flat')
  const [plains, continents] = [rate('plains'), rate('continents')]
  return {
    'server.chunks_per_s': Math.min(plains, continents),
    'server.chunks_per_s.plains': plains,
    'server.chunks_per_s.continents': continents,
  }
}

async function startTimes(): Promise<Record<string, number>> {
  const game = new Child('game-process.ts', settings)
  const { listeningMs, firstTickMs, cpuMs } = await game.next('ready')
  await game.end()
  return { 'server.start_ms': listeningMs, 'server.first_tick_ms': firstTickMs, 'server.start_cpu_ms': cpuMs }
}

/** Lets crowd after crowd join one server, and measures for some seconds each time. */
async function underLoad(crowds: readonly number[], seconds: number, profile: string | null) {
  const metrics: Record<string, number> = {}
  const nodeOptions = profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const game = new Child('game-process.ts', settings, nodeOptions)
  const { port } = await game.next('ready')
  const empty = await game.ask('figures')
  const bots: Child[] = []
  let present = 0
  for (const crowd of crowds) {
    const lightBots = crowd - present - (present < FULL_BOTS ? Math.min(crowd, FULL_BOTS) - present : 0)
    const fullBots = crowd - present - lightBots
    bots.push(new Child('bot-process.ts', { ...settings, port, first: present, fullBots, lightBots }))
    await bots.at(-1)?.next('joined')
    present = crowd
    await new Promise((resolve) => setTimeout(resolve, seconds * 300))
    for (const child of bots) await child.ask('bot-figures')
    await game.ask('figures')
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    const figures = await game.ask('figures')
    const botFigures = await Promise.all(bots.map((child) => child.ask('bot-figures')))
    const problems = botFigures.flatMap((one) => one.problems)
    if (problems.length > 0 || figures.players !== crowd) {
      throw new Error(`Only ${figures.players} of ${crowd} players were there. ${problems.join(' ')}`)
    }
    metrics[`server.tick_p50_ms.${crowd}`] = percentile(figures.tickMs, 0.5)
    metrics[`server.tick_p99_ms.${crowd}`] = percentile(figures.tickMs, 0.99)
    metrics[`server.tick_cpu_p99_ms.${crowd}`] = percentile(figures.tickCpuMs, 0.99)
    metrics[`server.tick_cpu_mean_ms.${crowd}`] = mean(figures.tickCpuMs)
    metrics[`server.busy_p99_ms.${crowd}`] = percentile(figures.busyMs, 0.99)
    metrics[`server.cpu_percent.${crowd}`] = (figures.cpuMs / figures.wallMs) * 100
    metrics[`server.bots_late_ms.${crowd}`] = Math.max(...botFigures.map(({ lateMs }) => lateMs))
    metrics['server.mb_per_player'] = (figures.rssMb - empty.rssMb) / crowd
  }
  for (const child of [...bots, game]) await child.end()
  return metrics
}
