import type { Bot } from 'mineflayer'
import type { Block } from 'prismarine-block'
import type { Entity } from 'prismarine-entity'
import { afterEach, describe, expect, test } from 'vitest'
import {
  blockAt,
  give,
  hold,
  playerOf,
  record,
  setBlock,
  ticks,
  UP,
  vector,
} from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

function sounds(bot: Bot): readonly string[] {
  const names: string[] = []
  bot.on('soundEffectHeard', (name) => {
    names.push(String(name).replace('minecraft:', ''))
  })
  return names
}

describe.each(['1.21.4', '1.20.1'] as const)('sounds and sights on %s', (version) => {
  test('others see the cracks and the end of a block that a player digs', async () => {
    harness = await startHarness({ version })
    const [ada, bob] = [await harness.join('Ada'), await harness.join('Bob')]
    const cracks = record(
      ada,
      ['blockBreakProgressObserved', 'blockBreakProgressEnd'],
      (block: Block, ...rest: unknown[]) => [
        block.name,
        ...rest.map((one) => (typeof one === 'number' ? one : (one as Entity | undefined)?.username)),
      ],
    )
    const breaking: unknown[] = []
    ada._client.on('world_event', ({ effectId, data }: { effectId: number; data: number }) => {
      breaking.push([effectId, data])
    })
    bob._client.on('world_event', () => {
      breaking.push('Bob')
    })
    await setBlock(harness, { x: 2, y: -60, z: 0 }, 'oak_planks')
    const block = blockAt(bob, { x: 2, y: -60, z: 0 })
    const aborted = record(bob, ['diggingAborted', 'diggingCompleted'], (one: Block) => one.name)
    const digging = bob.dig(block).catch(() => 'stopped')
    await ticks(harness, 30)
    expect(bob.targetDigBlock?.name).toBe('oak_planks')
    bob.stopDigging()
    await harness.run(digging)
    await ticks(harness, 2)
    expect(cracks[0]).toEqual(['blockBreakProgressObserved', ['oak_planks', 0, 'Bob']])
    expect(cracks.length).toBeGreaterThan(3)
    expect(cracks.at(-1)?.[0]).toBe('blockBreakProgressEnd')
    expect(bob.digTime(block)).toBe(3000)
    await harness.run(bob.dig(block))
    await ticks(harness, 2)
    expect(aborted.map(([name]) => name)).toEqual(['diggingAborted', 'diggingCompleted'])
    expect(breaking).toEqual([[2001, harness.server.game.registry.block('oak_planks').defaultState]])
  })

  test('others hear what a player does, and it hears what happens to it', async () => {
    harness = await startHarness({ version, rules: { naturalRegeneration: false } })
    const [ada, bob] = [await harness.join('Ada'), await harness.join('Bob')]
    const [heard, own] = [sounds(ada), sounds(bob)]
    await give(harness, bob, { oak_planks: 1, bread: 1, oak_door: 1, lever: 1 })
    await setBlock(harness, { x: 2, y: -60, z: 0 }, 'chest')
    await hold(bob, 'oak_planks')
    await harness.run(bob.placeBlock(blockAt(bob, { x: 0, y: -61, z: 2 }), vector(UP)))
    await hold(bob, 'oak_door')
    await harness.run(bob.placeBlock(blockAt(bob, { x: -2, y: -61, z: 0 }), vector(UP)))
    await harness.run(bob.activateBlock(blockAt(bob, { x: -2, y: -60, z: 0 })))
    const lids = record(ada, ['chestLidMove'], (block: Block, open: number) => [block.name, open])
    const chest = await harness.run(bob.openContainer(blockAt(bob, { x: 2, y: -60, z: 0 })))
    await ticks(harness, 2)
    chest.close()
    await ticks(harness, 2)
    Object.assign(playerOf(harness, bob), { food: 10, exhaustion: 5 })
    await ticks(harness, 2)
    await hold(bob, 'bread')
    await harness.run(bob.consume())
    await harness.run(bob.lookAt(vector({ x: 0.5, y: -58, z: -20 }), true))
    bob.setControlState('forward', true)
    await ticks(harness, 30)
    bob.clearControlStates()
    expect(lids).toEqual([
      ['chestLidMove', ['chest', 1]],
      ['chestLidMove', ['chest', 0]],
    ])
    expect(new Set(heard)).toEqual(
      new Set([
        'block.wood.place',
        'block.wooden_door.open',
        'block.chest.open',
        'block.chest.close',
        'entity.generic.eat',
        'entity.player.burp',
        'block.grass.step',
      ]),
    )
    expect(own).toEqual(['block.chest.open', 'block.chest.close'])
  })

  test('blows, shots and deaths are heard and seen, with who dealt them', async () => {
    harness = await startHarness({ version, rules: { naturalRegeneration: false } })
    const ada = await harness.join('Ada')
    await harness.join('Bob')
    const eve = await harness.join('Eve')
    const heard = sounds(eve)
    const hurts = record(
      eve,
      ['entityHurt', 'entityDead', 'entityCriticalEffect'],
      (body: Entity, source: Entity | undefined) => [body.username ?? body.name, source?.username],
    )
    const lines = record(eve, ['messagestr'], (line: string) => line)
    harness.server.command('/tp Bob 2 -60 0')
    harness.server.command('/tp Eve 0 -60 5')
    await ticks(harness, 20)
    const target = ada.players.Bob?.entity
    if (target === undefined) throw new Error('Ada does not see Bob.')
    ada.attack(target)
    await ticks(harness, 20)
    harness.server.command('/tp Bob 2 -60 0')
    await give(harness, ada, { bow: 1, arrow: 4 })
    await hold(ada, 'bow')
    await harness.run(ada.lookAt(vector({ x: 2.5, y: -59, z: 0.5 }), true))
    const shots: unknown[] = []
    ada._client.on('game_state_change', ({ reason }: { reason: string }) => {
      shots.push(reason)
    })
    ada.activateItem()
    await ticks(harness, 30)
    ada.deactivateItem()
    await ticks(harness, 20)
    expect(shots).toContain('play_arrow_hit_sound')
    expect(heard).toEqual([
      'entity.player.hurt',
      'entity.player.attack.strong',
      'entity.arrow.shoot',
      'entity.arrow.hit',
      'entity.player.hurt',
    ])
    expect(hurts.slice(0, 2)).toEqual([
      ['entityHurt', ['Bob', 'Ada']],
      ['entityHurt', ['Bob', 'Ada']],
    ])
    harness.server.command('/tp Bob 40 -20 40')
    await ticks(harness, 60)
    expect(lines.map(([, line]) => line)).toContain('Bob was doomed to fall by Ada')
    harness.server.command('/summon cow 3 -60 3')
    await ticks(harness, 2)
    harness.server.command('/kill @e[type=cow]')
    await ticks(harness, 2)
    expect(hurts.map(([name, facts]) => [name, (facts as unknown[])[0]])).toContainEqual([
      'entityDead',
      'cow',
    ])
    expect(harness.problems).toEqual([])
  })
})
