import { performance } from 'node:perf_hooks'
import { createGameServer } from '../../../server/game-server.ts'
import { isFree } from '../../../server/mobs/walking.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import { createRandom } from '../../../src/core/random.ts'
import { threadCpuMs } from '../thread-cpu.ts'
import type { ChildMessage, GameSettings } from './messages.ts'

// The game server of the benchmark, in a process of its own. It lets newcomers start where players would be, with
// something to craft, and measures its ticks.

/** One player in so many stays about the spawn; the others are about in groups. */
const SPAWN_SHARE = 5
const GROUP_SIZE = 4
const SPAWN_RADIUS = 24
const WORLD_RADIUS = 250
const GROUP_RADIUS = 12

const settings = JSON.parse(process.argv[2] ?? '{}') as GameSettings
const server = createGameServer({
  version: '1.21.4',
  world: loadWorldDefinition(settings.world),
  seed: settings.seed,
  operators: [],
  maxPlayers: settings.maxPlayers,
  onProblem: (problem) => {
    // The bot processes end without a goodbye.
    if (!/ECONNRESET|EPIPE/.test(problem)) process.stderr.write(`${problem}\n`)
  },
})
const { game } = server
const random = createRandom(settings.seed).fork('bench')
const welcomed = new Set<string>()

let tickMs: number[] = []
let tickCpuMs: number[] = []
let busyMs: number[] = []
let sinceTick = performance.eventLoopUtilization()
let sinceReport = { wall: performance.now(), cpu: process.cpuUsage() }

const tick = server.tick.bind(server)
server.tick = () => {
  const start = performance.now()
  const startCpu = threadCpuMs()
  tick()
  tickMs.push(performance.now() - start)
  tickCpuMs.push(threadCpuMs() - startCpu)
  busyMs.push(performance.eventLoopUtilization(sinceTick).active)
  sinceTick = performance.eventLoopUtilization()
}

const port = await server.listen('127.0.0.1', 0)
const listeningMs = performance.now()
server.tick()
const cpu = process.cpuUsage()
send({
  type: 'ready',
  port,
  listeningMs,
  firstTickMs: performance.now(),
  cpuMs: (cpu.user + cpu.system) / 1000,
})
server.start()
setInterval(welcomeNewcomers, 50)
process.on('message', report)
process.once('disconnect', () => process.exit(0))

function report(): void {
  const cpu = process.cpuUsage(sinceReport.cpu)
  const wallMs = performance.now() - sinceReport.wall
  global.gc?.()
  const rssMb = process.memoryUsage().rss / 1e6
  send({
    type: 'figures',
    tickMs,
    tickCpuMs,
    busyMs,
    wallMs,
    cpuMs: (cpu.user + cpu.system) / 1000,
    rssMb,
    players: game.players.size,
  })
  tickMs = []
  tickCpuMs = []
  busyMs = []
  sinceReport = { wall: performance.now(), cpu: process.cpuUsage() }
}

function welcomeNewcomers(): void {
  for (const { name } of game.players.values()) {
    if (welcomed.has(name)) continue
    const { x, y, z } = startOf(welcomed.size)
    welcomed.add(name)
    server.command(`/give ${name} oak_log 64`)
    server.command(`/tp ${name} ${x + 0.5} ${y} ${z + 0.5}`)
  }
}

/** Where the player of that number starts: on dry ground. */
function startOf(index: number): { readonly x: number; readonly y: number; readonly z: number } {
  const group = Math.floor(index / GROUP_SIZE)
  const center = createRandom(settings.seed).fork(`group ${group}`)
  const [middle, radius] =
    index % SPAWN_SHARE === 0
      ? [game.world.spawn, SPAWN_RADIUS]
      : [{ x: around(center, WORLD_RADIUS), z: around(center, WORLD_RADIUS) }, GROUP_RADIUS]
  for (;;) {
    const [x, z] = [middle.x + around(random, radius), middle.z + around(random, radius)]
    const y = game.world.groundY(x, z) + 1
    if (isFree(game, { x, y, z }) && isFree(game, { x, y: y + 1, z })) return { x, y, z }
  }
}

function around(source: typeof random, radius: number): number {
  return source.below(2 * radius + 1) - radius
}

function send(message: ChildMessage): void {
  process.send?.(message)
}
