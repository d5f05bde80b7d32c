import { createRandom } from '../../../src/core/random.ts'
import { RealClock } from '../../../src/core/real-clock.ts'
import { realTimers } from '../../../src/core/real-timers.ts'
import { threadCpuMs } from '../thread-cpu.ts'
import type { Chores } from './chores.ts'
import type { WorkloadFigures, WorkloadSettings } from './workload.ts'

// Game server and bots of the benchmark, in one process and without anybody's mind. Prints its figures as JSON.

const {
  bots,
  warmUp = 1200,
  ticks,
  seed,
  simulated,
} = JSON.parse(process.argv[2] ?? '{}') as WorkloadSettings
const clock = simulated
  ? (await import('../../../src/body/virtual-clock.ts')).installVirtualClock()
  : new RealClock()
const stop = 'run' in clock ? clock.run() : () => {}
const { createGameServer } = await import('../../../server/game-server.ts')
const { stateHash } = await import('../../../server/game/state-hash.ts')
const { loadWorldDefinition } = await import('../../../server/world/world-definition.ts')
const { SharedPackets } = await import('../../../src/body/connection/shared-packets.ts')
const { connectBot } = await import('../../../src/body/connection/connect-bot.ts')
const { doChores } = await import('./chores.ts')

const server = createGameServer({
  version: '1.21.4',
  world: loadWorldDefinition('plains'),
  seed,
  operators: [],
  maxPlayers: 100,
})
server.start()
const link = {
  connect: () => server.connect(),
  watch: (counter: () => number) => ('watch' in clock ? clock.watch(counter) : () => {}),
}
const packets = new SharedPackets()
const done: Chores = { walked: 0, dug: 0, crafted: 0, fought: 0 }
for (let index = 0; index < bots; index++) {
  const agent = `Bot${index}`
  const address = { host: 'memory', port: 1, version: '1.21.4', auth: 'offline' } as const
  const connected = await connectBot({ agent, address, link, clock, packets })
  if (connected.type === 'failed') throw new Error(`${agent} could not join.`)
  doChores(connected.bot, server, createRandom(seed).fork(agent), done).catch((error: unknown) => {
    throw error
  })
}
// Warm-up: code gets compiled.
await clock.wait(warmUp)
const [startMs, startCpu, startTick] = [realTimers.now(), process.cpuUsage(), clock.tick()]
const startThreadMs = threadCpuMs()
await clock.wait(ticks)
const cpu = process.cpuUsage(startCpu)
const figures: WorkloadFigures = {
  gameSeconds: (clock.tick() - startTick) / 20,
  wallSeconds: (realTimers.now() - startMs) / 1000,
  cpuSeconds: (cpu.user + cpu.system) / 1e6,
  threadSeconds: (threadCpuMs() - startThreadMs) / 1000,
  state: stateHash(server.game),
  ...done,
}
stop()
process.stdout.write(`${JSON.stringify(figures)}\n`, () => process.exit(0))
