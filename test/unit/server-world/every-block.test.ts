import loadRegistry from 'prismarine-registry'
import { describe, expect, test } from 'vitest'
import { digTicks } from '../../../server/data/dig-time.ts'
import { dropsOf } from '../../../server/data/loot/block-loot.ts'
import type { MinecraftVersion } from '../../../server/data/minecraft-version.ts'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import { createRandom } from '../../../src/core/random.ts'
import { type ExpectedDrops, UNLISTED_DROPS } from './expected-drops.ts'
import { registryOf, VERSIONS } from './registries.ts'

/** What minecraft-data says of a block, an item and the speed of tools on materials. */
interface Listed {
  readonly blocksArray: readonly ListedBlock[]
  readonly itemsArray: readonly { readonly id: number; readonly name: string }[]
  readonly items: Readonly<Record<number, { readonly name: string }>>
  readonly materials: Readonly<Record<string, Readonly<Record<number, number>>>>
}

interface ListedBlock {
  readonly name: string
  readonly hardness: number | null
  readonly diggable: boolean
  readonly material?: string
  readonly harvestTools?: Readonly<Record<number, boolean>>
  readonly drops: readonly number[]
  readonly defaultState: number
}

interface Tool {
  readonly id: number
  readonly name: string
}

const TIER_SPEEDS: Readonly<Record<string, number>> = {
  wooden: 2,
  stone: 4,
  iron: 6,
  diamond: 8,
  netherite: 9,
  golden: 12,
}
/**
 * Materials whose speeds minecraft-data has wrong: two classes of tools count as none there, swords count nowhere, and
 * 1.21.4 names ores after the tools that do not do. The right tool and the sword's speed for each
 * (https://minecraft.wiki/w/Breaking#Best_tools).
 */
const CORRECTED: Readonly<Record<string, { readonly tool: string; readonly sword: number }>> = {
  'plant;mineable/axe': { tool: 'axe', sword: 1.5 },
  'leaves;mineable/hoe': { tool: 'hoe', sword: 1.5 },
  'gourd;mineable/axe': { tool: 'axe', sword: 1.5 },
  'vine_or_glow_lichen;plant;mineable/axe': { tool: 'axe', sword: 1.5 },
  incorrect_for_wooden_tool: { tool: 'pickaxe', sword: 1 },
  plant: { tool: 'none', sword: 1.5 },
  coweb: { tool: 'none', sword: 15 },
}
/** A sword cuts bamboo at one stroke. */
const CUT_AT_ONCE = /^bamboo(_sapling)?$/
/** Blocks that are looked at full-grown, since they drop next to nothing by default. */
const GROWN = /^(pumpkin|melon)_stem$/
const FLUIDS = /^(water|lava)$/
/** Draws from each block at least, and at most until all that is expected has come. */
const [FEWEST_DRAWS, MOST_DRAWS] = [12, 6000]

describe.each(VERSIONS)('every block of %s, with every tool', (version) => {
  const listed = loadRegistry(version) as unknown as Listed
  const registry = registryOf(version)
  const tools: readonly (Tool | null)[] = [
    null,
    ...listed.itemsArray.filter(({ name }) => /_(pickaxe|axe|shovel|hoe|sword)$|^shears$/.test(name)),
  ]

  test('there are a hand, shears, and five classes of tools in six tiers', () => {
    expect(tools.length).toBe(2 + 5 * 6)
    expect(listed.blocksArray.length).toBeGreaterThan(1000)
  })

  test('takes the time of the formula', () => {
    const wrong = listed.blocksArray.flatMap((block) =>
      tools.flatMap((tool) => {
        const expected = expectedTicks(listed, block, tool)
        const ticks = digTicks(registry.block(block.name), tool?.name ?? null)
        return ticks === expected ? [] : [`${block.name} with ${tool?.name}: ${ticks}, not ${expected}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test('drops what the data lists, or what the list of exceptions says', () => {
    const wrong = listed.blocksArray
      .filter(({ diggable }) => diggable)
      .flatMap((block) =>
        tools.flatMap((tool) => {
          const expected = expectedDrops(listed, { block, tool, version })
          const drops = drawnDrops(block, tool, expected)
          return drops === expected ? [] : [`${block.name} with ${tool?.name}: ${drops}, not ${expected}`]
        }),
      )
    expect(wrong).toEqual([])
  })

  test('no exception is listed in vain', () => {
    const names = listed.blocksArray.map(({ name }) => name)
    const idle = UNLISTED_DROPS.filter(({ blocks, versions }) =>
      versions.includes(version) ? !names.some((name) => blocks.test(name)) : false,
    )
    expect(idle).toEqual([])
  })

  /** All that came until it was what is expected: `2-5 raw_copper`, sorted; `nothing` where nothing ever came. */
  function drawnDrops(block: ListedBlock, tool: Tool | null, expected: string): string {
    const random = createRandom(`${block.name} ${tool?.name}`)
    const held = tool === null ? null : itemStack(tool.name)
    const state = GROWN.test(block.name) ? registry.state(block.name, { age: '7' }) : block.defaultState
    const ranges = new Map<string, readonly [item: string, least: number, most: number]>()
    let drops = describeDrops([])
    for (let draw = 0; draw < FEWEST_DRAWS || (drops !== expected && draw < MOST_DRAWS); draw++) {
      for (const { name, count } of dropsOf(registry, state, held, random)) {
        const [, least, most] = ranges.get(name) ?? [name, count, count]
        ranges.set(name, [name, Math.min(least, count), Math.max(most, count)])
        drops = describeDrops([...ranges.values()])
      }
    }
    return drops
  }
})

/** Vanilla's formula, in whole ticks: https://minecraft.wiki/w/Breaking#Calculation. */
function expectedTicks(listed: Listed, block: ListedBlock, tool: Tool | null): number {
  const { hardness, name } = block
  if (hardness === null || hardness < 0 || !block.diggable || FLUIDS.test(name))
    return Number.POSITIVE_INFINITY
  const secondsPerHardness = harvests(block, tool) ? 1.5 : 5
  const ticks = (20 * hardness * secondsPerHardness) / expectedSpeed(listed, block, tool)
  return ticks <= 1 ? 0 : Math.ceil(ticks - 1e-6)
}

function expectedSpeed(
  { materials }: Listed,
  { name, material = '' }: ListedBlock,
  tool: Tool | null,
): number {
  if (tool === null) return 1
  const isSword = tool.name.endsWith('_sword')
  if (isSword && CUT_AT_ONCE.test(name)) return Number.POSITIVE_INFINITY
  const corrected = CORRECTED[material]
  if (corrected === undefined || tool.name === 'shears') return materials[material]?.[tool.id] ?? 1
  if (isSword) return corrected.sword
  const [tier = '', toolClass] = tool.name.split('_')
  return toolClass === corrected.tool ? (TIER_SPEEDS[tier] ?? 1) : 1
}

function harvests({ harvestTools }: ListedBlock, tool: Tool | null): boolean {
  return harvestTools === undefined || (tool !== null && harvestTools[tool.id] === true)
}

interface Dig {
  readonly block: ListedBlock
  readonly tool: Tool | null
  readonly version: MinecraftVersion
}

function expectedDrops({ items }: Listed, { block, tool, version }: Dig): string {
  if (!harvests(block, tool)) return describeDrops([])
  const exception = UNLISTED_DROPS.find(
    ({ blocks, tools, versions }) =>
      versions.includes(version) &&
      blocks.test(block.name) &&
      (tools === null || tools.test(tool?.name ?? 'hand')),
  )
  if (exception !== undefined) return describeDrops(exception.drops(block.name))
  const names = block.drops.map((id) => items[id]?.name ?? '').filter((name) => name !== 'air')
  return describeDrops(names.map((name) => [name, 1, 1] as const))
}

function describeDrops(drops: ExpectedDrops): string {
  const texts = drops.map(([name, least, most]) => `${least === most ? least : `${least}-${most}`} ${name}`)
  return texts.sort().join(', ') || 'nothing'
}
