import { expect, test } from 'vitest'
import * as z from 'zod'
import { claimSchema } from '../../../src/core/claim.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { innateClaims } from '../../../src/mind/innate-knowledge.ts'
import { grantedClaims, knowledgeSpecSchema } from '../../../src/mind/knowledge-spec.ts'
import { NOVICE_KNOWS } from '../../../src/mind/novice.ts'

const full = innateClaims('1.21.4')

test.each(['1.21.4', '1.20.1'])('innateClaims() knows the rules of %s', (version) => {
  const claims = innateClaims(version)
  const knowledge = createKnowledge(claims, [])

  expect(z.array(claimSchema).safeParse(claims).error).toBeUndefined()
  expect(knowledge.recipesFor('torch')).toContainEqual({
    type: 'recipe',
    item: 'torch',
    makes: 4,
    ingredients: { coal: 1, stick: 1 },
    table: false,
  })
  expect(knowledge.recipesFor('ladder').every((recipe) => recipe.table)).toBe(true)
  expect(knowledge.dropsOf('stone')?.items).toEqual(['cobblestone'])
  expect(knowledge.toolFor('iron_ore')?.tools).toContain('stone_pickaxe')
  expect(knowledge.toolFor('iron_ore')?.tools).not.toContain('wooden_pickaxe')
  expect(knowledge.toolFor('dirt')?.tools).toEqual([])
  expect(knowledge.smeltingsFor('glass')).toContainEqual({ type: 'smelting', item: 'glass', from: 'sand' })
  expect(knowledge.mobsDropping('leather').map((claim) => claim.mob)).toContain('cow')
  expect(knowledge.fuels()).toContainEqual({ type: 'fuel', item: 'coal', smelts: 8 })
})

test.each(['1.21.4', '1.20.1'])(
  'innateClaims() knows how deep the ores of %s lie, all those it gives',
  (version) => {
    const claims = innateClaims(version)
    const blocks = new Set(claims.flatMap((claim) => (claim.type === 'drop' ? [claim.block] : [])))
    const depths = claims.filter((claim) => claim.type === 'depth')

    expect(createKnowledge(claims, []).depthOf('diamond_ore')).toMatchObject({ lowest: -64, best: -59 })
    expect(depths.every(({ block }) => blocks.has(block))).toBe(true)
    expect(depths.every(({ lowest, highest, best }) => lowest <= best && best <= highest)).toBe(true)
  },
)

test('innateClaims() says nothing about depths before Minecraft 1.18, when other heights held', () => {
  expect(innateClaims('1.16.5').some(({ type }) => type === 'depth')).toBe(false)
})

test('innateClaims() fails for a version without game data, and names it', () => {
  expect(() => innateClaims('9.99')).toThrow('Minecraft "9.99"')
})

test('grantedClaims() gives a novice wood and nothing of tools, stone, ores and furnaces', () => {
  const knowledge = createKnowledge(grantedClaims(full, 'novice'), [])

  expect(knowledge.recipesFor('birch_planks')).not.toEqual([])
  expect(knowledge.recipesFor('crafting_table')).not.toEqual([])
  expect(knowledge.craftableItems().every((item) => NOVICE_KNOWS.includes(item))).toBe(true)
  expect(knowledge.blocksDropping('cobblestone')).toEqual([])
  expect(knowledge.toolFor('stone')).toBeNull()
  expect(knowledge.smeltingsFor('charcoal')).toEqual([])
  expect(full.filter((claim) => claim.type === 'depth').some(({ block }) => knowledge.depthOf(block))).toBe(
    false,
  )
})

test('grantedClaims() of a list gives recipes, drops and tools of what is named', () => {
  const knowledge = createKnowledge(grantedClaims(full, { knows: ['cobblestone', 'furnace'] }), [])

  expect(knowledge.blocksDropping('cobblestone').map((claim) => claim.block)).toContain('stone')
  expect(knowledge.toolFor('stone')?.tools).toContain('wooden_pickaxe')
  expect(knowledge.craftableItems()).toEqual(['furnace'])
})

test('grantedClaims() of an expert with gaps leaves out what is named and nothing else', () => {
  const knowledge = createKnowledge(grantedClaims(full, { base: 'expert', except: ['stick'] }), [])

  expect(knowledge.recipesFor('stick')).toEqual([])
  expect(knowledge.blocksDropping('stick')).toEqual([])
  expect(knowledge.depthOf('gold_ore')).not.toBeNull()
  expect(knowledge.recipesFor('ladder')).not.toEqual([])
})

test('knowledgeSpecSchema rejects a word that is no specification', () => {
  expect(knowledgeSpecSchema.safeParse('guru').success).toBe(false)
  expect(knowledgeSpecSchema.safeParse({ base: 'guru', except: [] }).success).toBe(false)
  expect(knowledgeSpecSchema.safeParse({ base: 'expert', believes: [{ type: 'tool' }] }).success).toBe(false)
})

test('grantedClaims() lets a planted belief take the place of what would be known of its subject', () => {
  const planted = { type: 'tool' as const, block: 'dirt', tools: ['shears'] }
  const knowledge = createKnowledge(grantedClaims(full, { base: 'expert', believes: [planted] }), [])

  expect(knowledge.toolFor('dirt')).toEqual(planted)
  expect(knowledge.toolFor('stone')?.tools).toContain('wooden_pickaxe')
})

test('grantedClaims() leaves out what is lacking, by whole parts of a key', () => {
  const lacks = ['recipe:stick', 'tool:stone']
  const knowledge = createKnowledge(grantedClaims(full, { base: 'expert', lacks }), [])

  expect(knowledge.recipesFor('stick')).toEqual([])
  expect(knowledge.toolFor('stone')).toBeNull()
  expect(knowledge.toolFor('stone_bricks')).not.toBeNull()
})

test('grantedClaims() gives an expert without gaps the very list, and a novice its own with what is planted', () => {
  const planted = { type: 'fuel' as const, item: 'dirt', smelts: 3 }
  const novice = grantedClaims(full, 'novice')

  expect(grantedClaims(full, { base: 'expert' })).toBe(full)
  expect(grantedClaims(full, { base: 'novice', believes: [planted] })).toEqual([...novice, planted])
})

test('grantedClaims() refuses a gap that nobody could have, and names the nearest key', () => {
  expect(() => grantedClaims(full, { base: 'expert', lacks: ['recipe:stik'] })).toThrow(
    'cannot lack "recipe:stik": no claim of the game has a key that starts so. Did you mean "recipe:stick"?',
  )
})
