import { afterEach, describe, expect, test } from 'vitest'
import { carried, serverBlock, ticks } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

/** Runs the lines as the console and expects these replies. */
function expectReplies(replies: readonly (readonly [line: string, reply: string])[]): void {
  for (const [line, reply] of replies) expect([line, harness.server.command(line)]).toEqual([line, reply])
}

describe.each(['1.21.4', '1.20.1'] as const)('commands on %s', (version) => {
  test('fill, clone and setblock change areas', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    expectReplies([
      ['/fill 2 -60 2 4 -58 4 stone', 'Successfully filled 27 block(s)'],
      ['/fill 2 -60 2 4 -58 4 stone', 'No blocks were filled'],
      ['/fill 2 -60 2 4 -58 4 glass outline', 'Successfully filled 26 block(s)'],
      ['/fill 2 -60 2 4 -58 4 dirt replace stone', 'Successfully filled 1 block(s)'],
      ['/fill 2 -60 2 4 -58 4 oak_log keep', 'No blocks were filled'],
      ['/clone 2 -60 2 4 -58 4 8 -60 2', 'Successfully cloned 27 block(s)'],
      ['/clone 2 -60 2 4 -58 4 3 -60 2', 'The source and destination areas cannot overlap'],
      ['/clone 2 -60 2 4 -58 4 8 -60 8 filtered dirt', 'Successfully cloned 1 block(s)'],
      ['/clone 2 -60 2 4 -58 4 12 -60 2 replace move', 'Successfully cloned 27 block(s)'],
      [
        '/fill 0 -60 0 99 -1 9 stone',
        'Too many blocks in the specified area (maximum 32768, specified 60000)',
      ],
      ['/fill 0 -60 0 0 900 0 stone', 'That position is not loaded'],
      ['/setblock 2 -60 2 stone keep', 'Changed the block at 2, -60, 2'],
      ['/setblock 2 -60 2 dirt keep', 'Could not set the block'],
      ['/setblock 2 -60 2 dirt destroy', 'Changed the block at 2, -60, 2'],
    ])
    await ticks(harness, 3)
    const names = [2, 9, 13].map((x) => serverBlock(harness, { x, y: -59, z: 3 }))
    expect(names).toEqual(['air', 'dirt', 'dirt'])
    expect(ada.blockAt(ada.entity.position.offset(12.5, 1, 2.5))?.name).toBe('dirt')
    expect(serverBlock(harness, { x: 9, y: -59, z: 9 })).toBe('dirt')
  })

  test('clear takes items and says how many', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    expectReplies([
      ['/clear Ada', 'No items were found on player Ada'],
      ['/give @a stick 70', 'Gave 70 [Stick] to Ada'],
      ['/give Ada dirt 3', 'Gave 3 [Dirt] to Ada'],
      ['/clear Ada stick 0', 'Found 70 matching item(s) on player Ada'],
      ['/clear Ada stick 66', 'Removed 66 item(s) from player Ada'],
    ])
    await ticks(harness, 3)
    expect(carried(ada)).toEqual({ stick: 4, dirt: 3 })
    expectReplies([['/clear Ada', 'Removed 7 item(s) from player Ada']])
    await ticks(harness, 3)
    expect(carried(ada)).toEqual({})
  })

  test('selectors choose by kind, distance, number and order', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    const bob = await harness.join('Bob')
    expectReplies([
      ['/kill @e[type=!player]', 'No entity was found'],
      ['/summon cow 3 -60 0', 'Summoned new Cow'],
      ['/summon pig 6 -60 0', 'Summoned new Pig'],
      ['/summon pig 20 -60 0', 'Summoned new Pig'],
      [
        '/tp @e[type=pig,x=0,y=-60,z=0,sort=furthest,limit=1] 2.0 -60 2.0',
        'Teleported Pig to 2.000000, -60.000000, 2.000000',
      ],
      ['/kill @e[type=cow,distance=..4,x=0,y=-60,z=0]', 'Killed Cow'],
      ['/kill @e[type=cow]', 'No entity was found'],
      ['/tp Ada 30 -60 30', 'Teleported Ada to 30.500000, -60.000000, 30.500000'],
      ['/tp Bob Ada', 'Teleported Bob to Ada'],
      ['/gamemode creative @a[name=Bob]', "Set Bob's game mode to Creative Mode"],
      ['/give @a[gamemode=creative] stick', 'Gave 1 [Stick] to Bob'],
      ['/give @a[name=!Bob] dirt', 'Gave 1 [Dirt] to Ada'],
    ])
    await ticks(harness, 3)
    expect([carried(ada), carried(bob)]).toEqual([{ dirt: 1 }, { stick: 1 }])
    expect(bob.entity.position).toMatchObject({ x: 30.5, z: 30.5 })
    expect(bob.game.gameMode).toBe('creative')
  })

  test('spawn points, rules, seed and operators', async () => {
    harness = await startHarness({ version, seed: 42 })
    const ada = await harness.join('Ada')
    expectReplies([
      ['/seed', 'Seed: [42]'],
      ['/gamerule keepInventory', 'Gamerule keepInventory is currently set to: false'],
      ['/gamerule keepInventory true', 'Gamerule keepInventory is now set to: true'],
      ['/setworldspawn 5 -60 5', 'Set the world spawn point to 5, -60, 5 [0.0]'],
      ['/give Ada stick', 'Gave 1 [Stick] to Ada'],
      ['/kill Ada', 'Killed Ada'],
    ])
    await ticks(harness, 40)
    expect(ada.entity.position).toMatchObject({ x: 5.5, z: 5.5 })
    expect(ada.spawnPoint).toMatchObject({ x: 5, y: -60, z: 5 })
    expect(carried(ada)).toEqual({ stick: 1 })
    expectReplies([
      ['/spawnpoint Ada 9 -60 9', 'Set spawn point to 9, -60, 9 [0.0] in minecraft:overworld for Ada'],
      ['/kill Ada', 'Killed Ada'],
    ])
    await ticks(harness, 40)
    expect(ada.entity.position).toMatchObject({ x: 9.5, z: 9.5 })
    const lines: string[] = []
    ada.on('messagestr', (line) => {
      lines.push(line)
    })
    ada.chat('/seed')
    await ticks(harness, 3)
    expectReplies([
      ['/op Ada', 'Made Ada a server operator'],
      ['/op Ada', 'Nothing changed. The player already is an operator'],
    ])
    ada.chat('/seed')
    await ticks(harness, 3)
    expectReplies([
      ['/deop Ada', 'Made Ada no longer a server operator'],
      ['/deop Ada', 'Nothing changed. The player is not an operator'],
    ])
    ada.chat('/seed')
    await ticks(harness, 3)
    const refusal = ['Unknown or incomplete command, see below for error', 'seed<--[HERE]']
    expect(lines).toEqual([...refusal, 'Seed: [42]', ...refusal])
  })

  test('kick ends a connection with its reason', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    let reason = ''
    ada.on('kicked', (text) => {
      reason = JSON.stringify(text)
    })
    expectReplies([['/kick Ada too loud', 'Kicked Ada: too loud']])
    await ticks(harness, 5)
    expect(reason).toContain('too loud')
    expect(harness.server.game.players.size).toBe(0)
  })

  test('data get reads an entity', async () => {
    harness = await startHarness({ version })
    await harness.join('Ada')
    expectReplies([
      ['/data get entity Ada Health', 'Ada has the following entity data: 20.0f'],
      ['/data get entity Ada Pos', 'Ada has the following entity data: [0.5d, -60.0d, 0.5d]'],
      ['/data get entity Ada Wings', 'Found no elements matching Wings'],
      ['/data get entity Bob', 'No player was found'],
    ])
    expect(harness.server.command('/data get entity Ada')).toContain('foodLevel: 20, ')
  })

  test('tab completion knows commands, players, words and blocks', async () => {
    harness = await startHarness({ version, operators: ['Ada'] })
    const ada = await harness.join('Ada')
    const bob = await harness.join('Bob')
    const completions = async (bot: typeof ada, text: string) => {
      const matches = (await harness.run(bot.tabComplete(text, false, false))) as unknown as {
        match: string
      }[]
      return matches.map(({ match }) => match)
    }
    expect(await completions(ada, '/gamem')).toEqual(['gamemode'])
    expect(await completions(bob, '/gamem')).toEqual([])
    expect(await completions(ada, '/gamemode s')).toEqual(['spectator', 'survival'])
    expect(await completions(ada, '/gamemode survival B')).toEqual(['Bob'])
    expect(await completions(ada, '/setblock ~ ~ ~ obsid')).toEqual(['minecraft:obsidian'])
    expect(await completions(ada, '/nonsense x')).toEqual([])
  })

  test('a client gets the tree of the commands that it may use', async () => {
    harness = await startHarness({ version, operators: ['Ada'] })
    const names: Record<string, string[]> = {}
    for (const name of ['Ada', 'Bob']) {
      const bot = await harness.join(name)
      bot._client.on('declare_commands', ({ nodes }: { nodes: Node[] }) => {
        names[name] = (nodes[0]?.children ?? []).map((index) => nodes[index]?.extraNodeData?.name ?? '')
      })
      harness.server.command(name === 'Ada' ? '/deop Ada' : '/op Bob')
      await ticks(harness, 3)
    }
    expect(names.Ada).toEqual(['help', 'list', 'me', 'tell', 'msg', 'w', 'trigger'])
    expect(names.Bob).toContain('gamemode')
  })
})

interface Node {
  readonly children: readonly number[]
  readonly extraNodeData?: { readonly name: string }
}
