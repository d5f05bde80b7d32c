import { cheapest } from '../fill-order.ts'
import type { Kind } from '../kind.ts'
import { kindOf } from '../kind.ts'
import type { Loop } from './obtain-body.ts'
import { DIRECTIONS, type Pen, quoted, quotedList } from './pen.ts'
import { provisionLines } from './provision-lines.ts'
import { searchHeight } from './search-height.ts'

/** Mines whichever of the blocks is found first, with a tool where one is needed. */
export function miningBody(kind: Kind, pen: Pen): Loop {
  const sources = miningSources(kind, pen)
  const tools = sources[0]?.tools ?? []
  pen.relyOn(sources.flatMap((source) => source.relies))
  const sometimes = sources.every(
    ({ item, block }) => pen.situation.knowledge.dropsOf(block)?.items[0] !== item,
  )
  const isDeep = searchHeight(sources, pen) !== null
  // What falls only sometimes takes several blocks anyway.
  const atOnce = sometimes && !isDeep ? '4' : `Math.min(missing, ${isDeep ? 1 : 16})`
  return {
    setup: [...blockSetup(kind, sources), DIRECTIONS],
    rounds: sometimes || isDeep ? 40 : 12,
    round: [
      ...toolLines(tools, pen),
      ...(sources.some(({ block }) => pen.situation.guessed.has(block)) ? [TAKE_TOOL] : []),
      ...findingLines(kind, sources, pen),
      `const missing = count - ${heldOf(kind, sources)}`,
      // Digging the way there may have brought enough.
      'if (missing <= 0) continue',
      `const result = await mineBlock(bot, block, ${atOnce})`,
      `if (${hopeless(sometimes)}) throw new Error(result.message)`,
      sometimes ? "if (!result.ok && result.code !== 'nothing-dropped') {" : 'if (!result.ok) {',
      '  problem = result.message',
      `  await exploreUntil(bot, directions[(${turnText(pen)}) % 4], 10 + 5 * round, () => false)`,
      '}',
    ],
  }
}

/** Of its own accord the body takes only what it believes in, or what digs faster. */
const TAKE_TOOL = "await bot.equip(bot.inventory.items().find((item) => tools.includes(item.name)), 'hand')"

/** Code that sets `block` to the name of one that was found, above the ground or below it. */
function findingLines(kind: Kind, sources: readonly Source[], pen: Pen): readonly string[] {
  const names = listOfBlocks(kind, sources)
  const height = searchHeight(sources, pen)
  if (height === null)
    return [`const block = await ${pen.seed('findNearby')}(bot, ${names}, ${turnText(pen)})`]
  pen.relyOn(sources.map(({ block }) => `depth:${block}`))
  return [
    ...provisionLines(height, pen),
    `const block = await ${pen.seed('searchUnderground')}(bot, ${names}, ${height}, ${turnText(pen)})`,
  ]
}

/** Where something falls only sometimes, nothing is no reason to give up. */
function hopeless(sometimes: boolean): string {
  return sometimes
    ? "['wrong-tool', 'no-space'].includes(result.code)"
    : "['wrong-tool', 'no-space', 'nothing-dropped'].includes(result.code)"
}

interface Source {
  readonly block: string
  readonly item: string
  readonly tools: readonly string[]
  readonly relies: readonly string[]
}

function miningSources(kind: Kind, { costs }: Pen): readonly Source[] {
  return kind.items.flatMap((item) => {
    const method = costs.method(item)
    if (method?.type !== 'mine') return []
    return method.blocks.map((block) => ({ block, item, tools: method.tools ?? [], relies: method.relies }))
  })
}

/** Whether each block gives the item of its own name, so that one list serves for both. */
function givesItself(sources: readonly Source[]): boolean {
  return sources.every(({ block, item }) => block === item)
}

/** For one item a list of blocks; for several a table from each block to what it gives. */
function blockSetup(kind: Kind, sources: readonly Source[]): readonly string[] {
  if (kind.items.length === 1) return [`const blocks = ${quotedList(sources.map((source) => source.block))}`]
  if (givesItself(sources)) return []
  return [`const gives = { ${sources.map(({ block, item }) => `${block}: ${quoted(item)}`).join(', ')} }`]
}

function listOfBlocks(kind: Kind, sources: readonly Source[]): string {
  if (kind.items.length === 1) return 'blocks'
  return givesItself(sources) ? 'kinds' : 'Object.keys(gives)'
}

function heldOf(kind: Kind, sources: readonly Source[]): string {
  if (kind.items.length === 1) return 'most()'
  return givesItself(sources) ? 'held(block)' : 'held(gives[block])'
}

export function turnText({ turn }: Pen): string {
  return turn === 0 ? 'round' : `round + ${turn}`
}

/** Tools wear out, so they are looked for in every round. */
function toolLines(tools: readonly string[], pen: Pen): readonly string[] {
  if (tools.length === 0) return []
  const wanted = kindOf(cheapest(tools, pen.costs))
  return [
    `const tools = ${quotedList(tools)}`,
    `if (!tools.some((tool) => held(tool) > 0)) ${pen.obtain(wanted, '1')}`,
  ]
}
