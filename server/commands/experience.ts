import type { Player } from '../game/player.ts'
import { addExperience, addLevels, pointsForNextLevel, sendExperience } from '../rules/experience.ts'
import { player, players, playersOf } from './arguments/entities.ts'
import { integer } from './arguments/numbers.ts'
import { literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import { syntax } from './framework/syntax.ts'
import { describeTargets } from './targets.ts'

type Unit = 'points' | 'levels'

const units = ['points', 'levels'] as const
const added = [literal('add'), players('targets'), integer('amount')] as const
const changed = [literal('set'), players('targets'), integer('amount', { least: 0 })] as const

/** Minecraft Wiki: Commands/experience. */
export const experienceCommand: Command = {
  name: 'experience',
  aliases: ['xp'],
  operatorsOnly: true,
  syntaxes: [
    syntax(added, (call, [, targets, amount]) => add(playersOf(call, targets), amount, 'points')),
    syntax(changed, (call, [, targets, amount]) => set(playersOf(call, targets), amount, 'points')),
    ...units.flatMap((unit) => [
      syntax([...added, literal(unit)], (call, [, targets, amount]) =>
        add(playersOf(call, targets), amount, unit),
      ),
      syntax([...changed, literal(unit)], (call, [, targets, amount]) =>
        set(playersOf(call, targets), amount, unit),
      ),
      syntax([literal('query'), player('target'), literal(unit)], (call, [, target]) => {
        const [one] = playersOf(call, target)
        const amount = unit === 'points' ? one?.experiencePoints : one?.experienceLevel
        return `${one?.name} has ${amount} experience ${unit}`
      }),
    ]),
  ],
}

function add(targets: readonly Player[], amount: number, unit: Unit): string {
  for (const target of targets) {
    if (unit === 'points') addExperience(target, amount)
    else addLevels(target, amount)
  }
  return `Gave ${amount} experience ${unit} to ${describeTargets(targets, 'players')}`
}

function set(targets: readonly Player[], amount: number, unit: Unit): string {
  const able = targets.filter(
    (target) => unit === 'levels' || amount < pointsForNextLevel(target.experienceLevel),
  )
  if (able.length === 0) {
    throw new CommandError(
      "Cannot set experience points above the maximum points for the player's current level",
    )
  }
  for (const target of able) {
    if (unit === 'points') {
      target.experiencePoints = amount
      sendExperience(target)
    } else addLevels(target, amount - target.experienceLevel)
  }
  return `Set ${amount} experience ${unit} on ${describeTargets(targets, 'players')}`
}
