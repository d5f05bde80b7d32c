import { registered } from './arguments/names.ts'
import { placeOf } from './arguments/position.ts'
import { literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

/** How far and in which steps vanilla looks for a biome, in blocks. */
const REACH = 6400
const STEP = 32

const biome = registered('biome', 'worldgen/biome', ({ game }) => game.registry.biomes)

/** Minecraft Wiki: Commands/locate. Only biomes: the worlds have no structures. */
export const locateCommand: Command = {
  name: 'locate',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [syntax([literal('biome'), biome], (call, [, name]) => locate(call, name))],
}

/** Goes around the source in growing squares; the first place found is about the nearest. */
function locate(call: CommandCall, name: string): string {
  const { x, y, z } = placeOf(call).position
  const [startX, startZ] = [Math.floor(x), Math.floor(z)]
  for (let ring = 0; ring * STEP <= REACH; ring++) {
    for (const [stepX, stepZ] of ringSteps(ring)) {
      const [atX, atZ] = [startX + stepX * STEP, startZ + stepZ * STEP]
      if (call.game.world.plannedBiomeAt(atX, atZ) !== name) continue
      const distance = Math.floor(Math.hypot(atX - startX, atZ - startZ))
      return `The nearest minecraft:${name} is at [${atX}, ${Math.floor(y)}, ${atZ}] (${distance} blocks away)`
    }
  }
  throw new CommandError(`Could not find a biome of type "minecraft:${name}" within reasonable distance`)
}

function* ringSteps(ring: number): Generator<readonly [number, number]> {
  if (ring === 0) yield [0, 0]
  for (let along = -ring; along < ring; along++) {
    yield [along, -ring]
    yield [ring, along]
    yield [-along, ring]
    yield [-ring, -along]
  }
}
