import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { carried, playerOf, record, serverBlock, ticks } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

/** Runs the lines as the console and expects these replies. */
function expectReplies(replies: readonly (readonly [line: string, reply: string])[]): void {
  for (const [line, reply] of replies) expect([line, harness.server.command(line)]).toEqual([line, reply])
}

/** Everything that the bot reads in the chat. */
const lines = (bot: Bot) => record(bot, ['messagestr'], (line: string) => line)

describe.each(['1.21.4', '1.20.1'] as const)('commands of scripts on %s', (version) => {
  test('execute changes who runs a command, where, and whether', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    await harness.join('Bob')
    expectReplies([
      ['/tp Bob 10 -60 10', 'Teleported Bob to 10.500000, -60.000000, 10.500000'],
      [
        '/execute as @a at @s run setblock ~ ~-1 ~ gold_block',
        'Changed the block at 0, -61, 0\nChanged the block at 10, -61, 10',
      ],
      ['/execute positioned 5 -60 5 run setblock ~ ~ ~1 oak_log', 'Changed the block at 5, -60, 6'],
      ['/execute if block 5 -60 6 #minecraft:logs run seed', 'Seed: [1]'],
      ['/execute unless block 5 -60 6 oak_log run seed', 'Test failed'],
      ['/execute if entity @a[name=Eve]', 'Test failed'],
      ['/execute if entity @a', 'Test passed, count: 1'],
      ['/execute as Bob run give @s stick', 'Gave 1 [Stick] to Bob'],
      ['/scoreboard objectives add n dummy', 'Created new objective [n]'],
      ['/scoreboard players set Ada n 4', 'Set [n] for Ada to 4'],
      ['/execute if score Ada n matches 3..5 run seed', 'Seed: [1]'],
      ['/execute if score Ada n > Bob n run seed', 'Test failed'],
      [
        '/execute as Ada at Bob rotated 0 0 run tp @s ^ ^ ^2',
        'Teleported Ada to 10.500000, -60.000000, 12.500000',
      ],
    ])
    await ticks(harness, 3)
    expect(ada.entity.position).toMatchObject({ x: 10.5, z: 12.5 })
    expect(harness.server.command('/execute as')).toContain('Invalid name or UUID')
    expect(harness.server.command('/execute jump run seed')).toContain('Incorrect argument for command')
  })

  test('tags, boxes, levels and directions choose bodies', async () => {
    harness = await startHarness({ version })
    await harness.join('Ada')
    await harness.join('Bob')
    expectReplies([
      ['/tag Ada add miner', "Added tag 'miner' to Ada"],
      ['/tag Ada add miner', 'Target either already has the tag or has too many tags'],
      ['/tag Ada list', 'Ada has 1 tags: miner'],
      ['/give @a[tag=miner] stick', 'Gave 1 [Stick] to Ada'],
      ['/give @a[tag=!miner] stick', 'Gave 1 [Stick] to Bob'],
      ['/tag Ada remove miner', "Removed tag 'miner' from Ada"],
      ['/give @a[tag=miner] stick', 'No player was found'],
      ['/xp set Bob 7 levels', 'Set 7 experience levels on Bob'],
      ['/give @a[level=5..] stick', 'Gave 1 [Stick] to Bob'],
      ['/tp Bob 10 -60 10 90 0', 'Teleported Bob to 10.500000, -60.000000, 10.500000'],
      ['/give @a[x=9,y=-60,z=9,dx=2,dy=1,dz=2] stick', 'Gave 1 [Stick] to Bob'],
      ['/give @a[y_rotation=80..100] stick', 'Gave 1 [Stick] to Bob'],
      ['/execute at Bob run give @p stick', 'Gave 1 [Stick] to Bob'],
    ])
  })

  test('scores reckon, count deeds and are triggered by players', async () => {
    harness = await startHarness({ version, rules: { naturalRegeneration: false } })
    const ada = await harness.join('Ada')
    await harness.join('Bob')
    expectReplies([
      ['/scoreboard objectives add a dummy', 'Created new objective [a]'],
      ['/scoreboard objectives add b dummy', 'Created new objective [b]'],
      ['/scoreboard objectives add dead deathCount', 'Created new objective [dead]'],
      ['/scoreboard objectives add kills playerKillCount', 'Created new objective [kills]'],
      ['/scoreboard objectives add hp health', 'Created new objective [hp]'],
      ['/scoreboard objectives add vote trigger', 'Created new objective [vote]'],
      ['/scoreboard players set Ada a 7', 'Set [a] for Ada to 7'],
      ['/scoreboard players set Bob b 3', 'Set [b] for Bob to 3'],
      ['/scoreboard players operation Ada a += Bob b', 'Set [a] for Ada to 10'],
      ['/scoreboard players operation Ada a /= Bob b', 'Set [a] for Ada to 3'],
      ['/scoreboard players operation Ada a %= Bob b', 'Set [a] for Ada to 0'],
      ['/scoreboard players enable Ada vote', 'Enabled trigger [vote] for Ada'],
      ['/damage Bob 5 minecraft:fall', 'Applied 5.0 damage to Bob'],
    ])
    const read = lines(ada)
    ada.chat('/trigger vote set 4')
    ada.chat('/trigger vote')
    await ticks(harness, 12)
    expectReplies([
      ['/scoreboard players get Ada vote', 'Ada has 4 [vote]'],
      ['/scoreboard players get Bob hp', 'Bob has 15 [hp]'],
      ['/damage Bob 40 minecraft:player_attack by Ada', 'Applied 40.0 damage to Bob'],
      ['/scoreboard players get Bob dead', 'Bob has 1 [dead]'],
      ['/scoreboard players get Ada kills', 'Ada has 1 [kills]'],
    ])
    await ticks(harness, 3)
    expect(read.map(([, line]) => line)).toEqual([
      'Triggered [vote] (set value to 4)',
      'You cannot trigger this objective yet',
      'Bob was slain by Ada',
    ])
  })

  test('teams without friendly fire do not hurt each other', async () => {
    harness = await startHarness({ version })
    const [ada, bob] = [await harness.join('Ada'), await harness.join('Bob')]
    expectReplies([
      ['/team add red', 'Created team [red]'],
      ['/team join red @a', 'Added 2 members to team [red]'],
      ['/team modify red friendlyFire false', 'Disabled friendly fire for team [red]'],
    ])
    const target = ada.players.Bob?.entity
    if (target === undefined) throw new Error('Ada does not see Bob.')
    ada.attack(target)
    await ticks(harness, 3)
    expect(bob.health).toBe(20)
    harness.server.command('/team leave Bob')
    await ticks(harness, 20)
    ada.attack(target)
    await ticks(harness, 3)
    expect(bob.health).toBe(19)
  })

  test('game rules are kept, and act', async () => {
    harness = await startHarness({ version })
    const [ada, bob] = [await harness.join('Ada'), await harness.join('Bob')]
    const read = lines(bob)
    expectReplies([
      ['/gamerule doTileDrops false', 'Gamerule doTileDrops is now set to: false'],
      ['/gamerule showDeathMessages false', 'Gamerule showDeathMessages is now set to: false'],
      ['/gamerule randomTickSpeed', 'Gamerule randomTickSpeed is currently set to: 3'],
      ['/gamerule spawnRadius 0', 'Gamerule spawnRadius is now set to: 0'],
      ['/gamerule fireDamage false', 'Gamerule fireDamage is now set to: false'],
      ['/damage Ada 3 in_fire', 'Target is invulnerable to the given damage type'],
      ['/gamerule doMobLoot false', 'Gamerule doMobLoot is now set to: false'],
      ['/summon cow 3 -60 3', 'Summoned new Cow'],
      ['/kill @e[type=cow]', 'Killed Cow'],
      ['/kill @e[type=item]', 'No entity was found'],
      ['/kill Ada', 'Killed Ada'],
      ['/gamerule sendCommandFeedback false', 'Gamerule sendCommandFeedback is now set to: false'],
    ])
    await ticks(harness, 5)
    expect(ada.health).toBe(20)
    expect(read).toEqual([])
    const ground = bob.blockAt(bob.entity.position.offset(1, -1, 0))
    if (ground === null) throw new Error('The ground is not loaded.')
    await harness.run(bob.dig(ground))
    await ticks(harness, 30)
    expect(carried(bob)).toEqual({})
  })

  test('the rest of the commands', async () => {
    harness = await startHarness({ version, operators: ['Ada'] })
    const ada = await harness.join('Ada')
    const bob = await harness.join('Bob')
    const read = lines(bob)
    expectReplies([
      ['/defaultgamemode creative', 'The default game mode is now Creative Mode'],
      ['/locate biome plains', 'The nearest minecraft:plains is at [0, -60, 0] (0 blocks away)'],
      [
        '/locate biome desert',
        'Could not find a biome of type "minecraft:desert" within reasonable distance',
      ],
      ['/item replace entity Bob armor.head with iron_helmet', 'Replaced a slot on Bob with [Iron Helmet]'],
      ['/item replace entity Bob hotbar.3 with torch 5', 'Replaced a slot on Bob with [Torch]'],
      ['/item replace entity Bob pocket.1 with torch', "Unknown slot 'pocket.1'"],
      ['/attribute Bob max_health get', 'Value of attribute Max Health for entity Bob is 20.0'],
      ['/forceload add 20 20', 'Marked chunk [1, 1] in minecraft:overworld to be force loaded'],
      ['/forceload query', '1 force loaded chunks were found in minecraft:overworld at: [1, 1]'],
      ['/ban Eve spam', 'Banned Eve: spam'],
      ['/banlist', 'There are 1 ban(s):\neve was banned by Server: spam'],
      ['/fill 2 -60 2 3 -60 2 birch_log', 'Successfully filled 2 block(s)'],
      ['/fill 2 -60 2 3 -60 2 stone replace #minecraft:logs', 'Successfully filled 2 block(s)'],
    ])
    expect(harness.server.command('/fill 2 -60 2 3 -60 2 stone replace #nonsense')).toContain(
      "Unknown block tag 'minecraft:nonsense'",
    )
    expect(serverBlock(harness, { x: 3, y: -60, z: 2 })).toBe('stone')
    await expect(harness.join('Eve')).rejects.toThrow('You are banned from this server')
    expect(harness.server.command('/pardon Eve')).toBe('Unbanned Eve')
    const eve = await harness.join('Eve')
    expect(eve.game.gameMode).toBe('creative')
    expectReplies([
      ['/whitelist add Bob', 'Added Bob to the whitelist'],
      ['/whitelist on', 'Whitelist is now turned on'],
    ])
    await expect(harness.join('Zoe')).rejects.toThrow('You are not white-listed')
    expect(harness.server.command('/spreadplayers 0 0 3 20 false @a')).toMatch(
      /^Spread 3 player\(s\) around 0.0, 0.0/,
    )
    ada.chat('/me digs')
    bob.chat('/help trigger')
    await ticks(harness, 5)
    const texts = read.map(([, line]) => line)
    expect(texts).toContain('* Ada digs')
    expect(texts.join('\n')).toContain('/trigger <objective> add <value>')
    const { x, z } = playerOf(harness, bob).position
    expect(Math.max(Math.abs(x), Math.abs(z))).toBeLessThanOrEqual(21)
    expect(bob.inventory.slots[5]?.name).toBe('iron_helmet')
    expect(bob.inventory.slots[39]).toMatchObject({ name: 'torch', count: 5 })
  })

  test('text components keep all that they say', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    const messages: { json: unknown; text: string; ansi: string }[] = []
    ada.on('message', (message) => {
      messages.push({ json: message.json, text: message.toString(), ansi: message.toAnsi() })
    })
    harness.server.command('/scoreboard objectives add n dummy')
    harness.server.command('/scoreboard players set Ada n 4')
    harness.server.command(
      '/tellraw @a [{"text":"Hi "},{"selector":"@a","color":"gold","bold":true},{"score":{"name":"Ada","objective":"n"}},{"translate":"block.minecraft.stone"}]',
    )
    harness.server.command('/tellraw @a {"text":"go","clickEvent":{"action":"run_command","value":"/seed"}}')
    await ticks(harness, 3)
    expect(messages.map(({ text }) => text)).toEqual(['Hi Ada4Stone', 'go'])
    expect(messages[0]?.json).toMatchObject({
      extra: [
        { text: 'Hi ' },
        { text: 'Ada', color: 'gold' },
        { text: '4' },
        { translate: 'block.minecraft.stone' },
      ],
    })
    expect(messages[1]?.json).toMatchObject({ clickEvent: { action: 'run_command', value: '/seed' } })
  })

  test('a client chooses what it reads', async () => {
    harness = await startHarness({ version })
    const [ada, bob] = [await harness.join('Ada'), await harness.join('Bob')]
    const read = record(ada, ['messagestr', 'actionBar'], (line: unknown) => String(line))
    ada.setSettings({ ...ada.settings, chat: 'commandsOnly' })
    await ticks(harness, 2)
    bob.chat('hello')
    harness.server.command('/say news')
    ada.chat('can you hear me')
    await ticks(harness, 3)
    expect(read).toContainEqual(['actionBar', 'Chat disabled in client options'])
    expect(read.filter(([name]) => name === 'messagestr')).toEqual([
      ['messagestr', '[Server] news'],
      ['messagestr', 'Chat disabled in client options'],
    ])
  })
})
