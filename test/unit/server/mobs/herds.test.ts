import { describe, expect, it } from 'vitest'
import { createGameRegistry } from '../../../../server/data/game-registry.ts'
import type { Game } from '../../../../server/game/game.ts'
import { createGameServer } from '../../../../server/game-server.ts'
import { settleColumn } from '../../../../server/mobs/spawning/herds.ts'
import { loadWorldDefinition } from '../../../../server/world/world-definition.ts'
import { flatGame } from './flat-game.ts'

const registry = createGameRegistry('1.21.4')
const columns = Array.from({ length: 15 * 15 }, (_, index) => [(index % 15) - 7, Math.floor(index / 15) - 7])

function continents(order: readonly (readonly number[])[]): Game {
  const world = { ...loadWorldDefinition('continents'), mobs: [] }
  const options = { version: '1.21.4', world, seed: 3, operators: [], maxPlayers: 1, registry } as const
  const { game } = createGameServer(options)
  for (const [x = 0, z = 0] of order) settleColumn(game, x, z)
  return game
}

function herdsOf(game: Game): readonly string[] {
  return [...game.entities.values()].flatMap((mob) => {
    if (mob.type !== 'mob') return []
    const { x, y, z } = mob.position
    return [`${mob.traits.name} ${mob.mind.woolColour} ${mob.mind.childhood} ${mob.yaw} at ${x} ${y} ${z}`]
  })
}

describe('settleColumn()', () => {
  const game = continents(columns)

  it('gives the same herds whatever the order in which columns are seen', () => {
    expect(herdsOf(continents(columns.toReversed())).toSorted()).toEqual(herdsOf(game).toSorted())
  })

  it('fills about one column in ten, with animals on the ground', () => {
    const mobs = [...game.entities.values()].filter((entity) => entity.type === 'mob')
    const inhabited = new Set(mobs.map(({ position: { x, z } }) => `${x >> 4},${z >> 4}`))
    expect(inhabited.size / columns.length).toBeGreaterThan(0.04)
    expect(inhabited.size / columns.length).toBeLessThan(0.2)
    for (const { position, traits } of mobs) {
      const { x, y, z } = position
      const ground = game.world.blockAt({ x: Math.floor(x), y: y - 1, z: Math.floor(z) }).name
      expect(ground).toMatch(traits.name === 'rabbit' ? /grass_block|sand|snow/ : /^grass_block$/)
    }
  })

  it('settles a column once only', () => {
    const before = game.entities.size
    for (const [x = 0, z = 0] of columns) settleColumn(game, x, z)
    expect(game.entities.size).toBe(before)
  })

  it('leaves worlds without animals empty', () => {
    const flat = flatGame()
    for (const [x = 0, z = 0] of columns) settleColumn(flat, x, z)
    expect(flat.entities.size).toBe(0)
  })
})
