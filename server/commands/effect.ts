import type { Living } from '../game/living.ts'
import { addEffect, clearEffects, removeEffect } from '../rules/effects.ts'
import { entities, entitiesOf, ownPlayer } from './arguments/entities.ts'
import { registered } from './arguments/names.ts'
import { integer } from './arguments/numbers.ts'
import type { Target } from './arguments/selector.ts'
import { bool, literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'
import { describeTargets } from './targets.ts'

const TICKS = 20
const kind = registered('effect', 'mob_effect', ({ game }) => game.registry.effects.map((one) => one.name))
const given = [literal('give'), entities('targets'), kind] as const
const seconds = integer('seconds', { least: 1, most: 1_000_000 })
const amplifier = integer('amplifier', { least: 0, most: 255 })

/** Minecraft Wiki: Commands/effect. Players and mobs come under effects. */
export const effectCommand: Command = {
  name: 'effect',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([literal('clear')], (call) => clear(call, [ownPlayer(call)], null)),
    syntax([literal('clear'), entities('targets')], (call, [, targets]) =>
      clear(call, entitiesOf(call, targets), null),
    ),
    syntax([literal('clear'), entities('targets'), kind], (call, [, targets, name]) =>
      clear(call, entitiesOf(call, targets), name),
    ),
    syntax(given, (call, [, targets, name]) => give(call, entitiesOf(call, targets), { name, ...usual })),
    ...[seconds, infinite()].flatMap((length) => [
      syntax([...given, length], (call, [, targets, name, time]) =>
        give(call, entitiesOf(call, targets), { ...usual, name, seconds: time }),
      ),
      syntax([...given, length, amplifier], (call, [, targets, name, time, level]) =>
        give(call, entitiesOf(call, targets), { ...usual, name, seconds: time, amplifier: level }),
      ),
      syntax([...given, length, amplifier, bool('hideParticles')], (call, values) => {
        const [, targets, name, time, level, hidesParticles] = values
        return give(call, entitiesOf(call, targets), {
          name,
          seconds: time,
          amplifier: level,
          hidesParticles,
        })
      }),
    ]),
  ],
}

interface GivenEffect {
  readonly name: string
  /** Infinity for no end. */
  readonly seconds: number
  readonly amplifier: number
  readonly hidesParticles: boolean
}

const usual = { seconds: 30, amplifier: 0, hidesParticles: false }

function infinite() {
  const word = literal('infinite')
  return {
    ...word,
    read: (...parameters: Parameters<typeof word.read>) => {
      word.read(...parameters)
      return Number.POSITIVE_INFINITY
    },
  }
}

function give({ game }: CommandCall, targets: readonly Target[], effect: GivenEffect): string {
  const endTick = game.tick + effect.seconds * TICKS
  const { name, amplifier, hidesParticles } = effect
  const changed = livingAmong(targets).filter((body) =>
    addEffect(game, body, name, { amplifier, hidesParticles, endTick }),
  )
  if (changed.length === 0) {
    throw new CommandError(
      'Unable to apply this effect (target is either immune to effects, or has something stronger)',
    )
  }
  return `Applied effect ${titleOf(game, effect.name)} to ${describeTargets(changed, 'targets')}`
}

function clear({ game }: CommandCall, targets: readonly Target[], name: string | null): string {
  const changed = livingAmong(targets).filter((body) =>
    name === null ? clearEffects(game, body) : removeEffect(game, body, name),
  )
  if (changed.length > 0) {
    const what = name === null ? 'every effect' : `effect ${titleOf(game, name)}`
    return `Removed ${what} from ${describeTargets(changed, 'targets')}`
  }
  throw new CommandError(
    name === null ? 'Target has no effects to remove' : "Target doesn't have the requested effect",
  )
}

function livingAmong(targets: readonly Target[]): readonly Living[] {
  return targets.filter((target) => target.type === 'player' || target.type === 'mob')
}

function titleOf(game: CommandCall['game'], name: string): string {
  return game.registry.effects.find((one) => one.name === name)?.displayName ?? name
}
