import { expect, test } from 'vitest'
import { potionEffects } from '../../../../server/data/potion-effects.ts'
import type { MobEntity, ThrownEntity } from '../../../../server/game/entity.ts'
import { itemStack } from '../../../../server/inventory/item-stack.ts'
import { spawnMob } from '../../../../server/mobs/spawn-mob.ts'
import { splash } from '../../../../server/rules/splashing.ts'
import { above, quietGame } from '../../../support/quiet-game.ts'

const game = quietGame()
const THROWER = 7

function cow(x: number): MobEntity {
  const mob = spawnMob(game, 'cow', above(0, x))
  if (mob === null) throw new Error('There are cows.')
  return mob
}

function bottle(): ThrownEntity {
  const { uuid, kind, position, velocity, yaw, pitch, onGround, moved } = cow(0)
  game.entities.clear()
  const body = { id: 1, uuid, kind, position, velocity, yaw, pitch, onGround, moved }
  return { ...body, type: 'thrown', stack: itemStack('splash_potion'), shooter: THROWER, age: 0 }
}

// Minecraft Wiki: Splash Potion. The effect shrinks with the distance and ends four blocks away.
test('splash() works the less the farther a body is, and wholly on the one that was hit', () => {
  const thrown = bottle()
  const [struck, near, far, away] = [cow(1), cow(2), cow(3.98), cow(6)]
  splash(game, thrown, potionEffects('slowness'), struck)
  const times = [struck, near, far, away].map(({ effects }) => effects.get('slowness')?.endTick)
  expect(times).toEqual([1800, 900, undefined, undefined])
})

test('what a splash harms is the deed of who threw it', () => {
  const thrown = bottle()
  const [near, far] = [cow(0), cow(3)]
  splash(game, thrown, potionEffects('harming'), null)
  expect([near.health, far.health]).toEqual([4, 8])
  expect(near.mind.struckUntil).toBeGreaterThan(0)
})
