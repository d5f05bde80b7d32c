import { createGameRegistry } from '../../../server/data/game-registry.ts'
import { createWorld } from '../../../server/world/create-world.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import { createRandom } from '../../../src/core/random.ts'
import { startFullBot } from './full-bot.ts'
import { LightBot } from './light-bot.ts'
import { LightClient } from './light-client.ts'
import type { BotSettings, ChildMessage } from './messages.ts'

// The players of the benchmark, in a process of their own.

const STEP_MS = 50
const settings = JSON.parse(process.argv[2] ?? '{}') as BotSettings
const world = createWorld(loadWorldDefinition(settings.world), createGameRegistry('1.21.4'), settings.seed)
const bots: LightBot[] = []
const problems: string[] = []
let lateMs = 0
let since = { wall: performance.now(), cpu: process.cpuUsage() }

let nextStep = performance.now() + STEP_MS
setInterval(() => {
  const now = performance.now()
  lateMs = Math.max(lateMs, now - nextStep)
  if (now - nextStep > 1000) nextStep = now
  for (; nextStep <= now; nextStep += STEP_MS) for (const bot of bots) bot.step()
}, STEP_MS)

process.on('message', report)
process.once('disconnect', () => process.exit(0))
await joinAll()
send({ type: 'joined' })

async function joinAll(): Promise<void> {
  const { port, first, fullBots, lightBots } = settings
  for (let index = 0; index < fullBots + lightBots; index++) {
    const name = `Bot${first + index}`
    const random = createRandom(settings.seed).fork(name)
    if (index < fullBots) await startFullBot(port, name, random)
    else bots.push(new LightBot(await joinLight(port, name), world, random))
  }
}

async function joinLight(port: number, name: string): Promise<LightClient> {
  const client = new LightClient(port, name)
  await new Promise<void>((resolve, reject) => {
    client.once('play', resolve)
    client.once('end', () => reject(new Error(`${name} could not join.`)))
  })
  client.once('end', () => problems.push(`${name} lost its connection.`))
  return client
}

function report(): void {
  const cpu = process.cpuUsage(since.cpu)
  const wallMs = performance.now() - since.wall
  send({ type: 'bot-figures', cpuMs: (cpu.user + cpu.system) / 1000, wallMs, lateMs, problems })
  lateMs = 0
  since = { wall: performance.now(), cpu: process.cpuUsage() }
}

function send(message: ChildMessage): void {
  process.send?.(message)
}
