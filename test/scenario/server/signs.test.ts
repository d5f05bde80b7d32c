import type { Bot } from 'mineflayer'
import { describe, expect, it } from 'vitest'
import { minecraftVersionSchema } from '../../../server/data/minecraft-version.ts'
import type { Position } from '../../../src/core/position.ts'
import {
  beside,
  blockAt,
  give,
  hold,
  serverBlock,
  ticks,
  truth,
  UP,
  vector,
} from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

/** Both sides of a sign as the bot sees them. */
function words(bot: Bot, position: Position): readonly string[] {
  return blockAt(bot, position)
    .getSignText()
    .map((side) => side ?? '')
}

async function placeSign(harness: ServerHarness, bot: Bot, position: Position): Promise<void> {
  const opened = new Promise((resolve) => bot.once('signOpen' as never, resolve as never))
  const floor = blockAt(bot, { ...position, y: position.y - 1 })
  await harness.run(bot.placeBlock(floor, vector(UP)))
  await harness.run(opened)
}

describe.each(minecraftVersionSchema.options)('signs in %s', (version) => {
  it('are written on by who placed them, and others read them, also who comes later', async () => {
    const harness = await startHarness({ version, operators: ['Ada'] })
    const ada = await harness.join('Ada')
    const ben = await harness.join('Ben')
    await give(harness, ada, { oak_sign: 2, honeycomb: 1, red_dye: 1 })
    await hold(ada, 'oak_sign')
    const place = beside(ada, 2, 0, 0)
    await placeSign(harness, ada, place)
    expect(serverBlock(harness, place)).toBe('oak_sign')
    expect(truth(harness, ada).oak_sign).toBe(1)

    ben.updateSign(blockAt(ben, place), 'mine')
    await ticks(harness, 2)
    expect(words(ada, place)[0]?.trim()).toBe('')

    ada.updateSign(blockAt(ada, place), 'to the\nmine §cnow')
    await ticks(harness, 2)
    expect(words(ben, place)[0]).toBe('to the\nmine now\n\n')
    expect(blockAt(ada, place).signText).toBe('to the\nmine now\n\n')
    const cleo = await harness.join('Cleo')
    expect(words(cleo, place)).toEqual(words(ben, place))

    ada.updateSign(blockAt(ada, place), 'once more')
    await ticks(harness, 2)
    expect(words(ben, place)[0]).toContain('to the')

    const data = harness.server.command(`/data get block ${place.x} ${place.y} ${place.z}`)
    expect(data).toContain(`${place.x}, ${place.y}, ${place.z} has the following block data: {`)
    expect(data).toContain('is_waxed: 0b')
    expect(data).toContain('color: "black"')
    expect(harness.server.command('/data get block 0 300 0')).toBe('The target block is not a block entity')
    await harness.close()
  })

  it('are opened again on the side where the player stands, dyed, and sealed by wax', async () => {
    const harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    await give(harness, ada, { oak_sign: 1, honeycomb: 1, red_dye: 1 })
    await hold(ada, 'oak_sign')
    const place = beside(ada, 0, 0, 2)
    await placeSign(harness, ada, place)
    ada.updateSign(blockAt(ada, place), 'front')
    await ticks(harness, 1)

    await harness.run(ada.unequip('hand'))
    const teleported = { x: place.x + 0.5, y: place.y, z: place.z + 2.5 }
    harness.server.command(`/tp Ada ${teleported.x} ${teleported.y} ${teleported.z}`)
    await ticks(harness, 5)
    await harness.run(ada.activateBlock(blockAt(ada, place)))
    await ticks(harness, 2)
    ada.updateSign(blockAt(ada, place), 'back', true)
    await ticks(harness, 2)
    expect(words(ada, place).map((side) => side.trim())).toEqual(['front', 'back'])

    await hold(ada, 'red_dye')
    await harness.run(ada.activateBlock(blockAt(ada, place)))
    await ticks(harness, 2)
    const { x, y, z } = place
    expect(harness.server.command(`/data get block ${x} ${y} ${z} back_text`)).toContain('color: "red"')
    await hold(ada, 'honeycomb')
    await harness.run(ada.activateBlock(blockAt(ada, place)))
    await ticks(harness, 2)
    expect(truth(harness, ada)).toEqual({})
    await harness.run(ada.activateBlock(blockAt(ada, place)))
    ada.updateSign(blockAt(ada, place), 'late', true)
    await ticks(harness, 2)
    expect(words(ada, place)[1]?.trim()).toBe('back')
    await harness.close()
  })

  it('take no words from far away, and fall with their wall', async () => {
    const harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    await give(harness, ada, { oak_sign: 1 })
    const wall = beside(ada, 2, 0, 0)
    harness.server.game.world.setBlock(wall, 'stone')
    await ticks(harness, 1)
    await hold(ada, 'oak_sign')
    await harness.run(ada.placeBlock(blockAt(ada, wall), vector({ x: -1, y: 0, z: 0 })))
    const place = { ...wall, x: wall.x - 1 }
    expect(serverBlock(harness, place)).toBe('oak_wall_sign')
    harness.server.command(`/tp Ada ${place.x + 30} ${place.y} ${place.z}`)
    await ticks(harness, 5)
    ada.updateSign(blockAt(ada, place), 'from afar')
    await ticks(harness, 2)
    expect(words(ada, place)[0]?.trim()).toBe('')
    harness.server.game.world.setBlock(wall, 'air')
    await ticks(harness, 2)
    expect(serverBlock(harness, place)).toBe('air')
    expect(harness.server.game.world.blockEntityAt(place)).toBe(null)
    await harness.close()
  })
})
