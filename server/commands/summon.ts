import type { Game } from '../game/game.ts'
import { mobNames } from '../mobs/mob-kinds.ts'
import { spawnMob } from '../mobs/spawn-mob.ts'
import { plainName, positionOf, wordAt } from './arguments.ts'
import { type Command, CommandError, type CommandSource } from './command.ts'

export const summonCommand: Command = {
  name: 'summon',
  aliases: [],
  usage: '/summon <mob> [x y z]',
  operatorsOnly: true,
  run: summon,
}

function summon(game: Game, source: CommandSource, words: readonly string[]): string {
  const name = plainName(wordAt(summonCommand, words, 0))
  const position = positionOf(source, words.length > 1 ? words.slice(1) : ['~', '~', '~'])
  const mob = spawnMob(game, name, position)
  if (mob === null)
    throw new CommandError(`Cannot summon "${name}": this server knows ${mobNames().join(', ')}`)
  return `Summoned new ${mob.kind.displayName}`
}
