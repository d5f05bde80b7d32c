import { bottleExperience } from '../data/experience-amounts.ts'
import { potionEffects } from '../data/potion-effects.ts'
import type { ThrownEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Living } from '../game/living.ts'
import { dropExperience } from '../game/orbs.ts'
import { teleport } from '../game/teleport.ts'
import { forget } from '../game/tracking.ts'
import { hurtMob } from '../mobs/hurt-mob.ts'
import { spawnMob } from '../mobs/spawn-mob.ts'
import { hurt } from './damage.ts'
import { spawnCloud } from './effect-clouds.ts'
import { pushMob } from './knock-back.ts'
import { moveProjectile } from './projectile-path.ts'
import { showSplash, splash } from './splashing.ts'

const GRAVITY = 0.03
const gravities: Readonly<Record<string, number>> = {
  experience_bottle: 0.07,
  lingering_potion: 0.05,
  splash_potion: 0.05,
}
const DRAG = 0.99
const LIFETIME = 1200
const VOID_Y = -128
const PEARL_DAMAGE = 5
/** One egg in so many hatches; one in so many of those gives four chicks. */
const HATCHING = 8
const FOURFOLD = 32
const CHILDHOOD_TICKS = 24_000
/** World event of a bottle that breaks, and the colour of its splash. */
const BOTTLE_BREAKS = 2002
const BOTTLE_COLOR = 0x385dc6

/** Lets thrown things fly and do their work where they hit (Minecraft Wiki: the pages of the items; Projectile). */
export function tickThrown(game: Game): void {
  for (const thrown of game.entities.ofType('thrown')) {
    thrown.age += 1
    const met = moveProjectile(game, thrown, thrown)
    if (met !== null) {
      remove(game, thrown)
      hit(game, thrown, met === 'block' ? null : met)
    } else if (thrown.age > LIFETIME || thrown.position.y < VOID_Y) remove(game, thrown)
    else fall(thrown)
  }
}

function fall(thrown: ThrownEntity): void {
  const { x, y, z } = thrown.velocity
  const gravity = gravities[thrown.stack.name] ?? GRAVITY
  thrown.velocity = { x: x * DRAG, y: y * DRAG - gravity, z: z * DRAG }
}

function hit(game: Game, thrown: ThrownEntity, body: Living | null): void {
  switch (thrown.stack.name) {
    case 'experience_bottle':
      breakBottle(game, thrown)
      dropExperience(game, thrown.position, bottleExperience(game.stream('experience')))
      break
    case 'splash_potion':
      splash(game, thrown, potionEffects(thrown.stack.data?.potion ?? ''), body)
      break
    case 'lingering_potion':
      showSplash(game, thrown.position, potionEffects(thrown.stack.data?.potion ?? ''))
      spawnCloud(game, thrown, potionEffects(thrown.stack.data?.potion ?? ''))
      break
    case 'ender_pearl':
      carryThrower(game, thrown)
      break
    case 'egg':
      if (body !== null) tap(game, thrown, body)
      hatch(game, thrown)
      break
    default:
      if (body !== null) tap(game, thrown, body)
  }
}

/** Snowballs and eggs push mobs without harm; players do not mind them. Blazes mind snow. */
function tap(game: Game, { shooter, stack, velocity }: ThrownEntity, body: Living): void {
  if (body.type === 'player') return
  const damage = stack.name === 'snowball' && body.kind.name === 'blaze' ? 3 : 0
  const player = game.players.has(shooter) ? shooter : null
  if (!hurtMob(game, body, { damage, player, blockable: true })) return
  const { x, y, z } = body.position
  pushMob(body, { x: x - velocity.x, y, z: z - velocity.z })
}

function hatch(game: Game, egg: ThrownEntity): void {
  const random = game.stream('throwing')
  if (random.below(HATCHING) > 0) return
  const chicks = random.below(FOURFOLD) === 0 ? 4 : 1
  for (let index = 0; index < chicks; index++) {
    const chick = spawnMob(game, 'chicken', egg.position)
    if (chick !== null) chick.mind.childhood = CHILDHOOD_TICKS
  }
}

function carryThrower(game: Game, pearl: ThrownEntity): void {
  const player = game.players.get(pearl.shooter)
  if (player === undefined || player.isDead) return
  teleport(game, player, pearl.position, { yaw: player.yaw, pitch: player.pitch })
  hurt(game, player, PEARL_DAMAGE, 'fall')
}

function breakBottle(game: Game, { position }: ThrownEntity): void {
  const location = { x: Math.floor(position.x), y: Math.floor(position.y), z: Math.floor(position.z) }
  const params = { effectId: BOTTLE_BREAKS, location, data: BOTTLE_COLOR, global: false }
  game.sendNear(position, { name: 'world_event', params })
}

function remove(game: Game, thrown: ThrownEntity): void {
  game.entities.delete(thrown.id)
  forget(game, thrown.id)
}
