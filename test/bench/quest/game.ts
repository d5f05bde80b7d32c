import { startQuest } from '../../support/quest/play-quest.ts'

/* Plays the quest with the seed of the command line in a process of its own, and writes what came of it as JSON. */
const seed = Number(process.argv[2])
const { harness, play, missing } = await startQuest(seed)
try {
  await play()
} catch (error) {
  console.error(String(error))
}
const { user, system } = process.cpuUsage()
const ticks = harness.clock.tick()
process.stdout.write(JSON.stringify({ missing: missing(), ticks, cpuSeconds: (user + system) / 1e6 }))
await harness.close()
