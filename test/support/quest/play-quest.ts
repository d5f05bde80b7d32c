import type { MinecraftVersion } from '../../../server/data/minecraft-version.ts'
import { type ServerHarness, startHarness } from '../server-harness.ts'

/** In ticks: some hours of play. */
const LIMIT = 200_000

export interface QuestPlayer {
  readonly harness: ServerHarness
  readonly bot: Awaited<ReturnType<ServerHarness['join']>>
  /** Does the whole quest. Fails with the seed and the steps that were done. */
  play(): Promise<void>
  /** What of the quest is not among the things that the server says the bot has. */
  missing(): readonly string[]
}

/** Starts a game on the continents with a bot in it that can do the quest in simulated time. */
export async function startQuest(seed: number, version: MinecraftVersion = '1.21.4'): Promise<QuestPlayer> {
  const harness = await startHarness({ world: 'continents', seed, version, viewDistance: 4 })
  const bot = await harness.join('Ada')
  const { withAct } = await import('./quester.ts')
  const { runQuest } = await import('./quest.ts')
  const play = async () => {
    const steps: string[] = []
    const log = (step: string) => steps.push(`${step} after ${harness.clock.tick()} ticks`)
    const work = withAct(bot, harness.clock, LIMIT, (act) => runQuest(act, log))
    await harness.run(work).catch((error) => {
      throw new Error(`Seed ${seed}, after ${steps.join(', ')}: ${error}`, { cause: error })
    })
  }
  const missing = () => {
    const stacks = harness.server.game.playerNamed(bot.username)?.inventory.storage.stacks() ?? []
    const names = stacks.map(({ name }) => name)
    return TREASURES.filter((treasure) => !names.some((name) => treasure.test(name))).map(String)
  }
  return { harness, bot, play, missing }
}

const TREASURES = [
  /^diamond_pickaxe$/,
  /^iron_helmet$/,
  /^iron_chestplate$/,
  /^iron_leggings$/,
  /^iron_boots$/,
  /_bed$/,
  /^bread$/,
  /^cooked_(beef|porkchop|mutton|chicken)$/,
  /^lava_bucket$/,
  /^compass$/,
]
