import { blockPosition, type Position } from '../../src/core/position.ts'
import type { Player } from '../game/player.ts'
import { ownPlayer, players, playersOf } from './arguments/entities.ts'
import { blockPlace, demandLoaded, placeOf } from './arguments/position.ts'
import type { Command } from './command.ts'
import { syntax } from './framework/syntax.ts'
import { describeTargets } from './targets.ts'

/** Minecraft Wiki: Commands/spawnpoint. */
export const spawnPointCommand: Command = {
  name: 'spawnpoint',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([], (call) => set([ownPlayer(call)], blockPosition(placeOf(call).position))),
    syntax([players('targets')], (call, [targets]) =>
      set(playersOf(call, targets), blockPosition(placeOf(call).position)),
    ),
    syntax([players('targets'), blockPlace('pos')], (call, [targets, place]) =>
      set(playersOf(call, targets), place),
    ),
  ],
}

function set(targets: readonly Player[], place: Position): string {
  demandLoaded(place)
  for (const target of targets) target.spawnPoint = { position: place, isBed: false }
  const where = `${place.x}, ${place.y}, ${place.z} [0.0] in minecraft:overworld`
  return `Set spawn point to ${where} for ${describeTargets(targets, 'players')}`
}
