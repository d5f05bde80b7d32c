import type { MobEntity } from './entity.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'
import { playSound } from './sounds.ts'

/** A player cries out or makes another noise; its own client makes the noise by itself. */
export function playPlayerSound(game: Game, player: Player, name: string, volume = 1): void {
  const { position } = player
  playSound(game, { name, category: 'player', position, volume, pitch: variedPitch(game) }, player)
}

/** A mob makes a noise; young ones in a higher voice. Kinds without such a noise make none. */
export function playMobSound(game: Game, mob: MobEntity, event: 'ambient' | 'hurt' | 'death'): void {
  const name = `entity.${mob.kind.name}.${event}`
  if (!soundNames(game).has(name)) return
  const category = mob.traits.hostile ? 'hostile' : 'neutral'
  const pitch = variedPitch(game) + (mob.mind.childhood > 0 ? 0.5 : 0)
  playSound(game, { name, category, position: mob.position, volume: 1, pitch })
}

/** Ticks after a mob's noise in which it makes no other by itself. */
const QUIET_TICKS = 80

/** Lets a mob moo or groan now and then, more likely the longer it was silent. Source: Minecraft Wiki, Mob (sounds). */
export function soundMob(game: Game, mob: MobEntity): void {
  const silence = (mob.silentTicks ?? -QUIET_TICKS) + 1
  const speaks = game.stream('sounds').below(1000) < silence
  mob.silentTicks = speaks ? -QUIET_TICKS : silence
  if (speaks) playMobSound(game, mob, 'ambient')
}

function variedPitch(game: Game): number {
  const random = game.stream('sounds')
  return 1 + (random.float() - random.float()) * 0.2
}

const namesByGame = new WeakMap<Game, ReadonlySet<string>>()

function soundNames(game: Game): ReadonlySet<string> {
  const known = namesByGame.get(game) ?? new Set(game.registry.sounds.map((sound) => sound.name))
  namesByGame.set(game, known)
  return known
}
