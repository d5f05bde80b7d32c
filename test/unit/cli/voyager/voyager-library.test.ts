import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadRecordedSkills } from '../../../../src/cli/recorded-skills.ts'
import { goalGuesser } from '../../../../src/cli/voyager/guess-goal.ts'
import { unwrapDescription, wrapDescription } from '../../../../src/cli/voyager/voyager-description.ts'
import { command } from '../../../support/fake-commands.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { writeVoyagerCheckpoint } from '../../../support/voyager-library.ts'

const mine = { name: 'mineSand', description: 'Mines sand.', code: 'async function mineSand(bot) {}\n' }
const build = {
  name: 'buildHut',
  description: 'Builds a hut of sand.',
  code: 'function size() { return 3 }\nasync function buildHut(bot) {\n  await mineSand(bot);\n}\n',
}

describe('a Voyager library', () => {
  it('is read with descriptions, calls and promises', () => {
    const checkpoint = temporaryFolder()
    writeVoyagerCheckpoint(checkpoint, [mine, build])
    const [library] = loadRecordedSkills(checkpoint)
    expect(library?.refused).toEqual([])
    expect(library?.skills).toMatchObject([
      {
        name: 'mineSand',
        description: 'Mines sand.',
        postcondition: { type: 'have', item: 'sand', count: 1 },
      },
      {
        name: 'buildHut',
        calls: [{ name: 'mineSand', version: 1 }],
        postcondition: null,
        status: 'provisional',
      },
    ])
    expect(loadRecordedSkills(join(checkpoint, 'skill'))[0]?.skills).toHaveLength(2)
  })

  it('keeps older versions, of which skills.json names only the newest', () => {
    const checkpoint = temporaryFolder()
    writeVoyagerCheckpoint(checkpoint, [mine])
    const newest = 'async function mineSand(bot) { await mineBlock(bot, "sand", 1) }'
    writeFileSync(join(checkpoint, 'skill', 'code', 'mineSandV2.js'), newest)
    const listed = { mineSand: { code: newest, description: 'Mines sand.' } }
    writeFileSync(join(checkpoint, 'skill', 'skills.json'), JSON.stringify(listed))
    const versions = loadRecordedSkills(checkpoint)[0]?.skills.map(({ version, source }) => [version, source])
    expect(versions).toEqual([
      [1, mine.code.trim()],
      [2, newest],
    ])
  })

  it('names what cannot be used and keeps the rest', () => {
    const checkpoint = temporaryFolder()
    const broken = { ...mine, name: 'broken', code: 'async function broken(bot) {\n  await (\n}' }
    const other = { ...mine, name: 'other', code: 'function other(bot) {}' }
    writeVoyagerCheckpoint(checkpoint, [mine, broken, other])
    const [library] = loadRecordedSkills(checkpoint)
    expect(library?.skills.map(({ name }) => name)).toEqual(['mineSand'])
    expect(library?.refused).toEqual([
      expect.stringMatching(/^broken: line 3, column 1: The code is not valid JavaScript/),
      'other: it defines no "async function other(bot)".',
    ])
  })

  it('lets skills call functions that stand beside another skill, as Voyager does', () => {
    const checkpoint = temporaryFolder()
    const owner = {
      ...{ name: 'smeltSand', description: 'Smelts sand.' },
      code: [
        'function spots(position) { return [position.offset(1, 0, 0)]; }',
        'async function freeSpot(bot, height = 0) { await mineSand(bot); return spots(bot.entity.position)[height]; }',
        'async function smeltSand(bot) { await placeItem(bot, "furnace", await freeSpot(bot)); }',
      ].join('\n'),
    }
    const user = {
      ...{ name: 'smeltClay', description: 'Smelts clay.' },
      code: 'async function smeltClay(bot) { await placeItem(bot, "furnace", await freeSpot(bot)); }',
    }
    writeVoyagerCheckpoint(checkpoint, [mine, owner, user])
    const [library] = loadRecordedSkills(checkpoint)
    const helper = library?.skills.find(({ name }) => name === 'freeSpot')
    expect(helper).toMatchObject({
      ...{ description: 'A part of smeltSand that other skills use as well.', postcondition: null },
      calls: [{ name: 'mineSand', version: 1 }],
      parameters: [{ name: 'height' }],
    })
    expect(helper?.source).toMatch(/^async function freeSpot[\s\S]*\n\nfunction spots/)
    const callers = library?.skills.filter(({ name }) => name.startsWith('smelt'))
    expect(callers?.map(({ source, calls }) => [source, calls.map(({ name }) => name)])).toEqual([
      [owner.code, ['mineSand']],
      [user.code, ['freeSpot']],
    ])
  })

  it('is read without skills.json too, with versions and descriptions from its files', () => {
    const checkpoint = temporaryFolder()
    writeVoyagerCheckpoint(checkpoint, [mine, build])
    const folder = join(checkpoint, 'skill')
    const newest = 'async function mineSand(bot) { await mineBlock(bot, "sand", 1) }'
    writeFileSync(join(folder, 'code', 'mineSandV3.js'), newest)
    rmSync(join(folder, 'skills.json'))
    const [library] = loadRecordedSkills(checkpoint)
    expect(library?.skills.map(({ name, version, description }) => [name, version, description])).toEqual([
      ['buildHut', 1, 'Builds a hut of sand.'],
      ['mineSand', 1, 'Mines sand.'],
      ['mineSand', 2, 'Mines sand.'],
    ])
  })

  it('names files that skills.json does not list', () => {
    const checkpoint = temporaryFolder()
    writeVoyagerCheckpoint(checkpoint, [mine])
    writeFileSync(join(checkpoint, 'skill', 'code', 'lostSkill.js'), 'async function lostSkill(bot) {}')
    expect(loadRecordedSkills(checkpoint)[0]?.refused).toEqual([
      'code/lostSkill.js: skills.json does not list it; list it there to have it read.',
    ])
  })

  it.each([
    ['[', 'Unexpected end of JSON input'],
    ['{"mineSand": {"description": "no code"}}', '"mineSand.code"'],
  ])('refuses a skills.json that holds %s', (text, reason) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'skills.json'), text)
    expect(() => loadRecordedSkills(folder)).toThrow(/Cannot read the Voyager library ".*skills\.json"/)
    expect(() => loadRecordedSkills(folder)).toThrow(reason)
  })

  it('is imported into a folder, which keeps what it has, and exported again', async () => {
    const checkpoint = temporaryFolder()
    const folder = join(temporaryFolder(), 'my-skills')
    const forbidden = { ...mine, name: 'nose', code: 'async function nose(bot) { bot.quit() }' }
    writeVoyagerCheckpoint(checkpoint, [mine, build, forbidden])
    const imported = await command(['skills', 'import', checkpoint, '--to', folder], {})
    expect(imported).toMatchObject({ code: 0 })
    expect(imported.io.stdout).toContain('2 skills imported')
    expect(imported.io.stderr).toMatch(/Left out: nose version 1: line 1: .*not available/)
    expect(readdirSync(folder).sort()).toEqual(['buildHut.js', 'mineSand.js'])
    const again = await command(['skills', 'import', checkpoint, '--to', folder], {})
    expect(again.io.stdout).toContain('0 skills imported')

    const target = join(temporaryFolder(), 'voyager')
    expect((await command(['skills', 'export', target, '--from', folder], {})).code).toBe(0)
    expect(readFileSync(join(target, 'code', 'mineSand.js'), 'utf8')).toBe(mine.code.trim())
    expect(readFileSync(join(target, 'description', 'mineSand.txt'), 'utf8')).toContain('// Mines sand.')
    const listed = JSON.parse(readFileSync(join(target, 'skills.json'), 'utf8'))
    expect(Object.keys(listed).sort()).toEqual(['buildHut', 'mineSand'])
    expect(loadRecordedSkills(target)[0]?.skills).toHaveLength(2)
  })

  it('is not exported into a folder that holds something', async () => {
    const checkpoint = temporaryFolder()
    writeVoyagerCheckpoint(checkpoint, [mine])
    const full = temporaryFolder()
    mkdirSync(join(full, 'mine'))
    const { code, io } = await command(['skills', 'export', full, '--from', checkpoint], {})
    expect(code).toBe(2)
    expect(io.stderr).toContain('it is not empty')
    expect(readdirSync(full)).toEqual(['mine'])
  })

  it('has descriptions wrapped in a function without code', () => {
    const text = 'Mines sand.\nNeeds a shovel.'
    expect(unwrapDescription(wrapDescription('mineSand', text))).toBe(text)
    expect(unwrapDescription('  plain words ')).toBe('plain words')
  })
})

describe('the goal that a name promises', () => {
  const guess = goalGuesser('1.21.4')

  it.each([
    ['mineThreeIronOres', { type: 'have', item: 'raw_iron', count: 3 }],
    ['mine5OakLogs', { type: 'have', item: 'oak_log', count: 5 }],
    ['mineTenCobblestone', { type: 'have', item: 'cobblestone', count: 10 }],
    ['craftWoodenPickaxe', { type: 'have', item: 'wooden_pickaxe', count: 1 }],
    ['craftChestWithOakPlanks', { type: 'have', item: 'chest', count: 1 }],
    ['smeltFiveRawIron', { type: 'have', item: 'iron_ingot', count: 5 }],
    ['cookMutton', { type: 'have', item: 'cooked_mutton', count: 1 }],
    ['killTwoZombies', { type: 'killed', mob: 'zombie', count: 2 }],
    ['eatBread', { type: 'consumed', item: 'bread', count: 1 }],
    ['equipIronHelmet', { type: 'equipped', item: 'iron_helmet' }],
  ])('%s', (name, goal) => {
    expect(guess(name)).toEqual(goal)
  })

  it.each([
    'exploreForDiamonds',
    'mineWood',
    'craftSomethingNice',
    'killEverything',
    'smeltEmeraldDreams',
    'x',
  ])('%s promises nothing that a machine can check', (name) => expect(guess(name)).toBeNull())
})
