import { minecraftVersionSchema } from '../../server/data/minecraft-version.ts'
import { playBusyGame } from './busy-game.ts'

// Usage: node test/support/play-busy-game.ts VERSION TICKS...; prints how the game stood at those ticks as JSON.
const [version, ...ticks] = process.argv.slice(2)
const result = await playBusyGame(minecraftVersionSchema.parse(version), ticks.map(Number))
process.stdout.write(JSON.stringify(result))
