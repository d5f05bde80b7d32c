import { createHash } from 'node:crypto'
import type { MinecraftVersion } from '../../server/data/minecraft-version.ts'
import { stateHash } from '../../server/game/state-hash.ts'
import { createGameServer, type GameServer } from '../../server/game-server.ts'
import { loadWorldDefinition } from '../../server/world/world-definition.ts'
import { createRandom } from '../../src/core/random.ts'
import { BusyPlayer } from './busy-player.ts'
import { joinScripted } from './scripted-player.ts'

const PLAYERS = ['Ada', 'Ben']
const SEED = 11

/** What came of a busy game. */
export interface BusyGameResult {
  readonly checkpoints: readonly BusyGameCheckpoint[]
  readonly problems: readonly string[]
}

/** The game after so many ticks. */
export interface BusyGameCheckpoint {
  readonly tick: number
  /** Hash of the game's state. */
  readonly state: string
  /** Hash of all bytes that the players were sent since the start. */
  readonly packets: string
}

/** What happens at which tick, by commands of the console; `~` counts from the spawn. */
const events: Readonly<Record<number, readonly string[]>> = {
  5: PLAYERS.flatMap((name) => [
    `/give ${name} oak_log 64`,
    `/give ${name} cobblestone 64`,
    `/give ${name} bread 32`,
  ]),
  50: [
    '/fill ~4 ~-1 ~4 ~10 ~-1 ~10 farmland',
    '/fill ~4 ~ ~4 ~10 ~ ~10 wheat',
    '/setblock ~7 ~-1 ~7 water',
    '/setblock ~-6 ~3 ~-6 water',
    '/setblock ~-9 ~3 ~-6 lava',
    '/setblock ~-3 ~8 ~6 sand',
    '/setblock ~-12 ~ ~8 oak_sapling',
    '/setblock ~12 ~ ~-8 glowstone',
  ],
  100: ['cow', 'cow', 'sheep', 'pig', 'chicken', 'zombie'].map((name) => `/summon ${name} ~3 ~1 ~-3`),
  1000: ['/weather thunder', '/fill ~-12 ~5 ~-12 ~-8 ~5 ~-8 stone'],
  3000: ['/time set night'],
  6000: ['/weather clear', '/fill ~-12 ~5 ~-12 ~-8 ~5 ~-8 air'],
  8000: ['/time set day'],
}

/**
 * Lets two scripted players live through a fixed game with mobs, fluids, crops and weather.
 *
 * @param ticks when to look at the game, ascending; it ends at the last one
 */
export async function playBusyGame(
  version: MinecraftVersion,
  ticks: readonly number[],
): Promise<BusyGameResult> {
  const definition = loadWorldDefinition('continents')
  const problems: string[] = []
  const server = createGameServer({
    version,
    world: { ...definition, rules: { ...definition.rules, monsters: true, difficulty: 'easy' } },
    seed: SEED,
    operators: [],
    maxPlayers: PLAYERS.length,
    viewDistance: 3,
    onProblem: (problem) => problems.push(problem),
  })
  const { game } = server
  const random = createRandom(SEED).fork('busy')
  const scripts = PLAYERS.map((name) => joinScripted(game, name))
  const players = scripts.map((script) => new BusyPlayer(game, script, random.fork(script.player.name)))
  const checkpoints: BusyGameCheckpoint[] = []
  for (let tick = 1; tick <= (ticks.at(-1) ?? 0); tick++) {
    for (const line of events[tick] ?? []) run(server, line)
    for (const player of players) player.step(tick)
    server.tick()
    // Packets leave when the work of the moment is over.
    await new Promise((resolve) => setImmediate(resolve))
    if (ticks.includes(tick)) {
      checkpoints.push({
        tick,
        state: stateHash(game),
        packets: hashOf(scripts.map((script) => script.received())),
      })
    }
  }
  return { checkpoints, problems }
}

function hashOf(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

function run(server: GameServer, line: string): void {
  const { x, y, z } = server.game.world.spawn
  const spawn = [x, y, z]
  let axis = 0
  server.command(
    line.replaceAll(/~(-?\d*)/g, (_, offset: string) => String((spawn[axis++ % 3] ?? 0) + Number(offset))),
  )
}
