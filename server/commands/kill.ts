import { forget } from '../game/tracking.ts'
import { hurtMob } from '../mobs/hurt-mob.ts'
import { hurt } from '../rules/damage.ts'
import { entities, entitiesOf, ownPlayer } from './arguments/entities.ts'
import type { Target } from './arguments/selector.ts'
import type { Command } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'
import { describeTargets } from './targets.ts'

/** Minecraft Wiki: Commands/kill. */
export const killCommand: Command = {
  name: 'kill',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([], (call) => kill(call, [ownPlayer(call)])),
    syntax([entities('targets')], (call, [targets]) => kill(call, entitiesOf(call, targets))),
  ],
}

function kill({ game }: CommandCall, targets: readonly Target[]): string {
  for (const target of targets) {
    if (target.type === 'player') hurt(game, target, Number.MAX_SAFE_INTEGER, 'kill')
    else if (target.type === 'mob') {
      target.hurtDelay = 0
      hurtMob(game, target, {
        damage: Number.MAX_SAFE_INTEGER,
        player: null,
        blockable: false,
        cause: 'kill',
      })
    } else {
      game.entities.delete(target.id)
      forget(game, target.id)
    }
  }
  return `Killed ${describeTargets(targets, 'entities')}`
}
