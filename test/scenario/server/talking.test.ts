import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { carried, serverBlock, ticks } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

function linesOf(bot: Bot): string[] {
  const lines: string[] = []
  bot.on('messagestr', (line) => {
    lines.push(line)
  })
  return lines
}

/** Has the bot type a line, and returns what it then reads. */
async function say(bot: Bot, line: string): Promise<readonly string[]> {
  const lines = linesOf(bot)
  bot.chat(line)
  await ticks(harness, 3)
  return lines
}

describe.each(['1.21.4', '1.20.1'] as const)('talking on %s', (version) => {
  test('chat reaches everyone with the speaker', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    const bob = await harness.join('Bob')
    const heard: string[] = []
    bob.on('chat', (name, text) => {
      heard.push(`${name}: ${text}`)
    })
    const lines = linesOf(ada)
    ada.chat('Where is "iron"?')
    await ticks(harness, 3)
    expect(heard).toEqual(['Ada: Where is "iron"?'])
    expect(lines).toEqual(['<Ada> Where is "iron"?'])
  })

  test('a whisper reaches one player only', async () => {
    harness = await startHarness({ version })
    const [ada, bob, eve] = [await harness.join('Ada'), await harness.join('Bob'), await harness.join('Eve')]
    const heard: string[] = []
    bob.on('whisper', (name, text) => {
      heard.push(`${name}: ${text}`)
    })
    const adaLines = linesOf(ada)
    const eveLines = linesOf(eve)
    ada.whisper('Bob', 'come to 10 64 10')
    await ticks(harness, 3)
    expect(heard).toEqual(['Ada: come to 10 64 10'])
    expect(adaLines).toEqual(['You whisper to Bob: come to 10 64 10'])
    expect(eveLines).toEqual([])
  })

  test('commands need an operator', async () => {
    harness = await startHarness({ version, operators: ['Ada'] })
    const ada = await harness.join('Ada')
    const bob = await harness.join('Bob')
    expect((await say(bob, '/give Bob diamond 1')).join()).toContain('Unknown or incomplete command')
    expect(carried(bob)).toEqual({})
    expect(await say(ada, '/give Bob diamond 70')).toEqual(['Gave 70 [Diamond] to Bob'])
    expect(carried(bob)).toEqual({ diamond: 70 })
  })

  test('an operator changes place, time, mode and blocks', async () => {
    harness = await startHarness({ version, operators: ['Ada'] })
    const ada = await harness.join('Ada')
    expect(await say(ada, '/tp ~5 ~ 8')).toEqual(['Teleported Ada to 5.500000, -60.000000, 8.500000'])
    expect(ada.entity.position).toMatchObject({ x: 5.5, z: 8.5 })
    expect(await say(ada, '/time set night')).toEqual(['Set the time to 13000'])
    expect(ada.time.timeOfDay).toBeGreaterThanOrEqual(13_000)
    expect(ada.time.isDay).toBe(false)
    expect(await say(ada, '/gamemode creative')).toEqual(['Set own game mode to Creative Mode'])
    expect(ada.game.gameMode).toBe('creative')
    expect(await say(ada, '/setblock 7 -60 8 minecraft:oak_log[axis=x]')).toEqual([
      'Changed the block at 7, -60, 8',
    ])
    expect(serverBlock(harness, { x: 7, y: -60, z: 8 })).toBe('oak_log')
    expect(harness.server.game.world.blockAt({ x: 7, y: -60, z: 8 }).properties).toEqual({ axis: 'x' })
    expect(await say(ada, '/kill')).toContain('Killed Ada')
  })

  test.each([
    ['/give', 'Unknown or incomplete command'],
    ['/give Nobody stick', 'No player was found'],
    ['/give Ada nonsense', "Unknown item 'minecraft:nonsense'"],
    ['/give Ada stick 0', 'Integer must not be less than 1, found 0'],
    ['/give Ada stick many', 'Expected integer\n...Ada stick many<--[HERE]'],
    ['/give Ada stick 6401', "Can't give more than 6400 of [Stick]"],
    ['/tp here now', 'No player was found'],
    ['/tp 1 2 x', 'Expected double\ntp 1 2 x<--[HERE]'],
    ['/time set soon', 'Expected float\ntime set soon<--[HERE]'],
    ['/gamemode flying', 'Unknown game mode: flying'],
    ['/setblock 0 -60 0 nonsense', "Unknown block type 'minecraft:nonsense'"],
    ['/setblock 0 -60 0 oak_log[axis=q]', "Block minecraft:oak_log does not accept 'q' for axis property"],
    ['/setblock 0 999 0 stone', 'That position is not loaded'],
    ['/summon dragon', "Can't find element 'minecraft:dragon' of type 'minecraft:entity_type'"],
    ['/nonsense', 'Unknown or incomplete command'],
  ])('the wrong command "%s" is answered with "%s"', async (line, answer) => {
    harness = await startHarness({ version, operators: ['Ada'] })
    const ada = await harness.join('Ada')
    expect((await say(ada, line)).join('\n')).toContain(answer)
    expect(harness.problems).toEqual([])
  })
})
