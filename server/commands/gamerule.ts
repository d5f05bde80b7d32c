import { type GameRuleName, initialGameRules } from '../game/game-rules.ts'
import { integer } from './arguments/numbers.ts'
import { bool, literal } from './arguments/words.ts'
import type { Command } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { type Syntax, syntax } from './framework/syntax.ts'

/** Vanilla's names of the rules that a world's definition has. */
const worldRules = {
  doDaylightCycle: 'daylightCycle',
  doFireTick: 'fireTick',
  doMobSpawning: 'monsters',
  doWeatherCycle: 'weatherCycle',
  fallDamage: 'fallDamage',
  keepInventory: 'keepInventory',
  mobGriefing: 'mobGriefing',
  naturalRegeneration: 'naturalRegeneration',
} as const

type RuleKey = (typeof worldRules)[keyof typeof worldRules]

/** Minecraft Wiki: Commands/gamerule. */
export const gameRuleCommand: Command = {
  name: 'gamerule',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    ...Object.entries(worldRules).flatMap(([name, key]) => [
      syntax([literal(name)], ({ game }) => shown(name, game.rules[key])),
      syntax([literal(name), bool('value')], (call, [, value]) => changeWorldRule(call, name, key, value)),
    ]),
    ...Object.keys(initialGameRules).flatMap((name) => otherRule(name as GameRuleName)),
  ],
}

function otherRule(name: GameRuleName): readonly Syntax[] {
  const value = typeof initialGameRules[name] === 'boolean' ? bool('value') : integer('value', { least: 0 })
  return [
    syntax([literal(name)], ({ game }) => shown(name, game.gameRules[name])),
    syntax([literal(name), value], ({ game }, [, wanted]) => {
      Object.assign(game.gameRules, { [name]: wanted })
      if (name === 'doImmediateRespawn') tellRespawnScreen(game)
      return changed(name, wanted)
    }),
  ]
}

function changeWorldRule({ game }: CommandCall, name: string, key: RuleKey, value: boolean): string {
  game.rules = { ...game.rules, [key]: value }
  return changed(name, value)
}

/** Clients skip the screen of death when they are told to. */
function tellRespawnScreen(game: CommandCall['game']): void {
  const gameMode = game.gameRules.doImmediateRespawn ? 1 : 0
  game.sendTo(game.players.values(), {
    name: 'game_state_change',
    params: { reason: 'immediate_respawn', gameMode },
  })
}

function shown(name: string, value: boolean | number): string {
  return `Gamerule ${name} is currently set to: ${value}`
}

function changed(name: string, value: boolean | number): string {
  return `Gamerule ${name} is now set to: ${value}`
}
