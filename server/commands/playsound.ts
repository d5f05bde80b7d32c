import { distanceBetween, type Position } from '../../src/core/position.ts'
import type { Player } from '../game/player.ts'
import { SOUND_REACH, type SoundCategory, soundCategories, soundPacket } from '../game/sounds.ts'
import { players, playersOf } from './arguments/entities.ts'
import { resourceName } from './arguments/names.ts'
import { float } from './arguments/numbers.ts'
import { placeOf, position } from './arguments/position.ts'
import type { Selector } from './arguments/selector.ts'
import { literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'
import { describeTargets } from './targets.ts'

const sound = resourceName('sound', ({ game }) => game.registry.sounds.map((one) => `minecraft:${one.name}`))
const volume = float('volume', { least: 0 })
const pitch = float('pitch', { least: 0, most: 2 })

/** Minecraft Wiki: Commands/playsound. */
export const playSoundCommand: Command = {
  name: 'playsound',
  aliases: [],
  operatorsOnly: true,
  syntaxes: soundCategories.flatMap((category) => {
    const start = [sound, literal(category), players('targets')] as const
    return [
      syntax(start, (call, [name, , targets]) => play(call, { ...usual, name, category }, targets)),
      syntax([...start, position('pos')], (call, [name, , targets, place]) =>
        play(call, { ...usual, name, category, place }, targets),
      ),
      syntax([...start, position('pos'), volume], (call, [name, , targets, place, loudness]) =>
        play(call, { ...usual, name, category, place, volume: loudness }, targets),
      ),
      syntax([...start, position('pos'), volume, pitch], (call, [name, , targets, place, loudness, height]) =>
        play(call, { name, category, place, volume: loudness, pitch: height }, targets),
      ),
    ]
  }),
}

interface PlayedSound {
  readonly name: string
  readonly category: SoundCategory
  /** Null for where the source stands. */
  readonly place: Position | null
  readonly volume: number
  readonly pitch: number
}

const usual = { place: null, volume: 1, pitch: 1 }

function play(call: CommandCall, played: PlayedSound, selector: Selector): string {
  const place = played.place ?? placeOf(call).position
  const reach = SOUND_REACH * Math.max(1, played.volume)
  const targets = playersOf(call, selector)
  const hearers = targets.filter((player) => distanceBetween(player.position, place) <= reach)
  if (hearers.length === 0) throw new CommandError('The sound is too far away to be heard')
  call.game.sendTo(hearers, soundPacket({ ...played, position: place }))
  return `Played sound minecraft:${played.name} to ${describeTargets(hearers satisfies readonly Player[], 'players')}`
}
