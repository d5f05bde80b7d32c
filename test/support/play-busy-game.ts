import { minecraftVersionSchema } from '../../server/data/minecraft-version.ts'
import { playBusyGame } from './busy-game.ts'

// Usage: node test/support/play-busy-game.ts VERSION TICKS; prints what came of the game as JSON.
const [version, ticks] = process.argv.slice(2)
const result = await playBusyGame(minecraftVersionSchema.parse(version), Number(ticks))
process.stdout.write(JSON.stringify(result))
