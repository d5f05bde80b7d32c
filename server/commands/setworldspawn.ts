import { blockPosition, type Position } from '../../src/core/position.ts'
import { blockPlace, demandLoaded, placeOf } from './arguments/position.ts'
import type { Command } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

/** Minecraft Wiki: Commands/setworldspawn. */
export const setWorldSpawnCommand: Command = {
  name: 'setworldspawn',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([], (call) => set(call, blockPosition(placeOf(call).position))),
    syntax([blockPlace('pos')], (call, [place]) => set(call, place)),
  ],
}

function set({ game }: CommandCall, place: Position): string {
  demandLoaded(place)
  game.world.spawn = place
  game.sendTo(game.players.values(), { name: 'spawn_position', params: { location: place, angle: 0 } })
  return `Set the world spawn point to ${place.x}, ${place.y}, ${place.z} [0.0]`
}
