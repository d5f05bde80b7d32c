import { bool, literal } from './arguments/words.ts'
import type { Command } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

/** Vanilla's names of the rules that this server has; others are refused rather than stored without effect. */
const rules = {
  doDaylightCycle: 'daylightCycle',
  doMobSpawning: 'monsters',
  fallDamage: 'fallDamage',
  keepInventory: 'keepInventory',
  naturalRegeneration: 'naturalRegeneration',
} as const

type RuleKey = (typeof rules)[keyof typeof rules]

/** Minecraft Wiki: Commands/gamerule. */
export const gameRuleCommand: Command = {
  name: 'gamerule',
  aliases: [],
  operatorsOnly: true,
  syntaxes: Object.entries(rules).flatMap(([name, key]) => [
    syntax([literal(name)], ({ game }) => `Gamerule ${name} is currently set to: ${game.rules[key]}`),
    syntax([literal(name), bool('value')], (call, [, value]) => change(call, name, key, value)),
  ]),
}

function change({ game }: CommandCall, name: string, key: RuleKey, value: boolean): string {
  game.rules = { ...game.rules, [key]: value }
  return `Gamerule ${name} is now set to: ${value}`
}
