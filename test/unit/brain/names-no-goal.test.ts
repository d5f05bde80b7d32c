import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../../src/core/package-root.ts'
import { CRAFTING_STATION, SMELTING_STATION } from '../../../src/core/stations.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { TRUTH } from './planner-mind.ts'

const folders = ['src/brain/planner', 'skills'].map((folder) => join(packageRoot(), folder))
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)),
)

/** Names of items as code would write them. Single words such as `string` are also English. */
const items = [
  ...new Set(
    TRUTH.flatMap((claim) =>
      claim.type === 'recipe' ? [claim.item, ...Object.keys(claim.ingredients)] : [],
    ),
  ),
].filter((item) => item.includes('_'))

test.each(files)('%s names no item of the game in its code', (file) => {
  const code = readFileSync(file, 'utf8')
    .replace(/\/\*(?!---)[\s\S]*?\*\//g, '')
    .replace(/\/\/.*/g, '')
  const named = items.filter((item) => new RegExp(`\\b${item}\\b`).test(code))

  expect(named).toEqual([])
  expect(code).not.toMatch(/pickaxe|cobblestone|\bstick\b|planks/)
})

test('the check knows the items that are tested', () => {
  const knowledge = createKnowledge(TRUTH, [])
  expect(items).toEqual(expect.arrayContaining(['stone_pickaxe', 'wooden_pickaxe', CRAFTING_STATION]))
  expect(knowledge.craftableItems()).toContain(SMELTING_STATION)
  expect(files.length).toBeGreaterThan(20)
})
