import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { digTicks, ORDINARY_CONDITIONS } from '../../../server/data/dig-time.ts'
import { record, ticks } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function commands(...lines: readonly string[]): Promise<readonly string[]> {
  const replies = lines.map((line) => harness.server.command(line))
  await ticks(harness, 3)
  return replies
}

/** Mineflayer's types do not list them. */
function bossBarsOf(bot: Bot): readonly unknown[] {
  return (bot as unknown as { bossBars: readonly unknown[] }).bossBars
}

describe.each(['1.21.4', '1.20.1'] as const)('displays on %s', (version) => {
  test('titles', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    const events = record(ada, ['title', 'title_times', 'title_clear'], (...all: unknown[]) => all)
    const replies = await commands(
      '/title Ada times 10 2s 1s',
      '/title Ada title {"text":"Hello"}',
      '/title @a subtitle "there"',
      '/title Ada clear',
    )
    expect(replies).toEqual([
      'Changed title display times for Ada',
      'Showing new title for Ada',
      'Showing new subtitle for Ada',
      'Cleared titles for Ada',
    ])
    expect(JSON.stringify(events[1])).toContain('Hello')
    expect(JSON.stringify(events[2])).toContain('there')
    expect([events[0], events[3]]).toEqual([
      ['title_times', [10, 40, 20]],
      ['title_clear', []],
    ])
  })

  test('tellraw', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    const events = record(ada, ['messagestr'], (line: string) => line)
    await commands('/tellraw @a {"text":"Look","extra":[" up"],"color":"gold"}', '/tellraw @a [')
    expect(events).toEqual([['messagestr', 'Look up']])
  })

  test('boss bars are created, changed, shown to late comers and removed', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    const names = ['bossBarCreated', 'bossBarUpdated', 'bossBarDeleted']
    const events = record(ada, names, (bar: { health: number; color: string; title: unknown }) => [
      String(bar.title),
      bar.health,
      bar.color,
    ])
    const replies = await commands(
      '/bossbar add raid "Raid"',
      '/bossbar set raid players @a',
      '/bossbar set raid value 25',
      '/bossbar set raid color red',
      '/bossbar get raid value',
      '/bossbar set storm value 1',
    )
    expect(replies).toEqual([
      'Created custom bossbar [Raid]',
      'Custom bossbar [Raid] now has 1 player(s): Ada',
      'Custom bossbar [Raid] has changed value to 25',
      'Custom bossbar [Raid] has changed color',
      'Custom bossbar [Raid] has a value of 25',
      "No bossbar exists with the ID 'minecraft:storm'",
    ])
    expect(events).toEqual([
      ['bossBarCreated', ['Raid', 0, 'white']],
      ['bossBarUpdated', ['Raid', 0.25, 'white']],
      ['bossBarUpdated', ['Raid', 0.25, 'red']],
    ])
    ada.quit()
    await ticks(harness, 5)
    const again = await harness.join('Ada')
    expect(bossBarsOf(again)).toHaveLength(1)
    expect(await commands('/bossbar remove raid')).toEqual(['Removed custom bossbar [Raid]'])
    expect(bossBarsOf(again)).toEqual([])
  })

  test('scoreboards', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    const names = ['scoreboardCreated', 'scoreboardDeleted', 'scoreboardTitleChanged']
    const events = record(ada, names, (board: { name: string }) => board.name)
    const scores: unknown[] = []
    ada._client.on('scoreboard_score', ({ itemName, value }: { itemName: string; value: number }) => {
      scores.push([itemName, value])
    })
    const replies = await commands(
      '/scoreboard objectives add logs dummy "Logs"',
      '/scoreboard objectives add logs dummy',
      '/scoreboard objectives setdisplay sidebar logs',
      '/scoreboard players set Ada logs 5',
      '/scoreboard players add @a logs 3',
      '/scoreboard players remove Ada logs 1',
      '/scoreboard players get Ada logs',
      '/scoreboard players get Bob logs',
      '/scoreboard players set Ada planks 5',
      '/scoreboard objectives list',
      '/tp @a[scores={logs=7..}] 3 -60 3',
      '/scoreboard objectives modify logs displayname "Trees"',
    )
    expect(replies).toEqual([
      'Created new objective [Logs]',
      'An objective already exists by that name',
      'Set display slot sidebar to show objective Logs',
      'Set [Logs] for Ada to 5',
      'Added 3 to [Logs] for Ada (now 8)',
      'Removed 1 from [Logs] for Ada (now 7)',
      'Ada has 7 [Logs]',
      "Can't get value of logs for Bob; none is set",
      "Unknown scoreboard objective 'planks'",
      'There are 1 objective(s): [Logs]',
      'Teleported Ada to 3.500000, -60.000000, 3.500000',
      'Changed the display name of logs to [Trees]',
    ])
    expect(ada.scoreboard.sidebar?.name).toBe('logs')
    expect(scores).toEqual([
      ['Ada', 5],
      ['Ada', 8],
      ['Ada', 7],
    ])
    await commands('/scoreboard players reset Ada', '/scoreboard objectives remove logs')
    expect(events).toEqual([
      ['scoreboardCreated', 'logs'],
      ['scoreboardTitleChanged', 'logs'],
      ['scoreboardDeleted', 'logs'],
    ])
  })

  test('teams', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    const names = ['teamCreated', 'teamUpdated', 'teamMemberAdded', 'teamMemberRemoved', 'teamRemoved']
    const events = record(ada, names, (team: { team: string } | undefined) => team?.team)
    const replies = await commands(
      '/team add red "Red Team"',
      '/team add red',
      '/team join red Ada',
      '/team modify red color red',
      '/team modify red friendlyFire false',
      '/team join blue Ada',
      '/team list',
    )
    expect(replies).toEqual([
      'Created team [Red Team]',
      'A team already exists by that name',
      'Added Ada to team [Red Team]',
      'Updated the color for team [Red Team] to red',
      'Disabled friendly fire for team [Red Team]',
      "Unknown team 'blue'",
      'There are 1 team(s): [Red Team]',
    ])
    expect(ada.teamMap.Ada?.team).toBe('red')
    expect(ada.teamMap.Ada?.color).toBe('red')
    const late = await harness.join('Bob')
    expect(late.teams.red?.members).toEqual(['Ada'])
    await commands('/team leave Ada', '/team remove red')
    expect(events.map((event) => (event as unknown[])[0])).toEqual([
      'teamCreated',
      'teamMemberAdded',
      'teamUpdated',
      'teamUpdated',
      'teamMemberRemoved',
      'teamRemoved',
    ])
  })

  test('sounds and particles', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    const sounds = record(ada, ['soundEffectHeard'], (name: string, place: { x: number }) => [name, place.x])
    const particles = record(ada, ['particle'], (one: { name: string; count: number }) => [
      one.name,
      one.count,
    ])
    const replies = await commands(
      '/playsound block.note_block.harp master Ada 3 -60 0',
      '/playsound block.note_block.harp master Ada 300 -60 0',
      '/particle flame 1.0 -60 1.0 0 0 0 0 7 force',
      '/particle flame 999 -60 1.0',
      '/particle block',
    )
    expect(replies.slice(0, 4)).toEqual([
      'Played sound minecraft:block.note_block.harp to Ada',
      'The sound is too far away to be heard',
      'Displaying particle flame',
      'The particle was not visible for anybody',
    ])
    expect(replies[4]).toMatch(/^Can't find element 'minecraft:block' of type 'minecraft:particle_type'/)
    expect(sounds).toEqual([['soundEffectHeard', ['minecraft:block.note_block.harp', 3.5]]])
    expect(particles).toEqual([['particle', ['flame', 7]]])
  })

  test('experience', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    expect(ada.experience).toMatchObject({ level: 0, points: 0 })
    const replies = await commands(
      '/xp add Ada 30 levels',
      '/experience add Ada 28',
      '/xp query Ada levels',
      '/xp set Ada 500 points',
    )
    expect(replies).toEqual([
      'Gave 30 experience levels to Ada',
      'Gave 28 experience points to Ada',
      'Ada has 30 experience levels',
      "Cannot set experience points above the maximum points for the player's current level",
    ])
    expect(ada.experience).toMatchObject({ level: 30, points: 1395 + 28, progress: 0.25 })
  })

  test('effects are told, act and end', async () => {
    harness = await startHarness({ version, rules: { naturalRegeneration: false } })
    const ada = await harness.join('Ada')
    const names = ['entityEffect', 'entityEffectEnd']
    const events = record(
      ada,
      names,
      (entity: { username: string }, effect: { id: number; amplifier: number }) => [
        entity.username,
        harness.server.game.registry.effects.find((kind) => kind.id === effect.id)?.name,
        effect.amplifier,
      ],
    )
    const replies = await commands(
      '/effect give Ada haste 5 1',
      '/effect give Ada haste 5 0',
      '/effect clear Ada speed',
      '/effect give Ada poison 3',
      '/effect give Ada flight',
    )
    expect(replies.slice(0, 4)).toEqual([
      'Applied effect Haste to Ada',
      'Unable to apply this effect (target is either immune to effects, or has something stronger)',
      "Target doesn't have the requested effect",
      'Applied effect Poison to Ada',
    ])
    expect(replies[4]).toMatch(/^Can't find element 'minecraft:flight' of type 'minecraft:mob_effect'/)
    await ticks(harness, 110)
    expect(ada.health).toBe(18)
    expect(events).toEqual([
      ['entityEffect', ['Ada', 'haste', 1]],
      ['entityEffect', ['Ada', 'poison', 0]],
      ['entityEffectEnd', ['Ada', 'poison', expect.anything()]],
      ['entityEffectEnd', ['Ada', 'haste', expect.anything()]],
    ])
  })

  test('haste makes digging faster, by the same formula on both sides', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    await commands('/effect give Ada haste infinite 1', '/setblock 1 -60 2 stone')
    const stone = ada.blockAt(ada.entity.position.offset(0.5, 0, 1.5))
    if (stone === null) throw new Error('The block is not loaded.')
    const before = harness.server.game.tick
    await harness.run(ada.dig(stone))
    const expected = digTicks(harness.server.game.registry.block('stone'), null, {
      ...ORDINARY_CONDITIONS,
      haste: 2,
    })
    expect(expected).toBe(108)
    expect(harness.server.game.tick - before).toBeLessThan(expected + 8)
    await ticks(harness, 10)
    expect(harness.server.game.world.blockAt({ x: 1, y: -60, z: 2 }).name).toBe('air')
  })
})
