import { Script } from 'node:vm'
import { type Claim, claimKey } from '../../../src/core/claim.ts'
import type { ItemCounts } from '../../../src/core/item-counts.ts'
import type { Outcome, TraceEntry } from '../../../src/core/outcome.ts'
import type { FailureCode, PrimitiveResult } from '../../../src/core/primitive-result.ts'
import { ClaimIndex } from '../../../src/mind/claim-index.ts'

/** A world of pure item arithmetic: what the claims say is true, and nothing lies anywhere but where one looks. */
export interface SymbolicWorldOptions {
  /** How this world works. */
  readonly truth: readonly Claim[]
  readonly inventory?: ItemCounts
  /** Blocks that can be found; all that the truth lets drop something when left out. */
  readonly blocks?: readonly string[]
  readonly mobs?: readonly string[]
}

/** Runs skill code against its own primitives, without a game and without time. */
export class SymbolicWorld {
  readonly inventory = new Map<string, number>()
  readonly trace: TraceEntry[] = []
  readonly #truth: ClaimIndex
  readonly #blocks: Set<string>
  readonly #mobs: readonly string[]
  #digs = 0
  /** What was found beside the feet by looking around last. */
  #beside = ''

  constructor({ truth, inventory = {}, blocks, mobs }: SymbolicWorldOptions) {
    this.#truth = new ClaimIndex(truth)
    for (const [item, count] of Object.entries(inventory)) this.inventory.set(item, count)
    const natural = truth.flatMap((claim) =>
      claim.type === 'drop' && !this.#isCraftable(claim.block) ? [claim.block] : [],
    )
    this.#blocks = new Set(blocks ?? natural)
    this.#mobs = mobs ?? truth.flatMap((claim) => (claim.type === 'mob-drop' ? [claim.mob] : []))
  }

  held(item: string): number {
    return this.inventory.get(item) ?? 0
  }

  counts(): ItemCounts {
    return Object.fromEntries([...this.inventory].filter(([, count]) => count > 0))
  }

  /** Runs a program: modules by name, and the entry with its arguments. */
  async run(
    modules: readonly { readonly name: string; readonly source: string }[],
    entry: string,
    values: readonly unknown[],
  ): Promise<Outcome> {
    const inventoryBefore = this.counts()
    const bot = this.#bot()
    const names = Object.keys(this.#globals(bot))
    const text = `(function (${names.join(', ')}) { ${modules.map((module) => module.source).join('\n')}\n return ${entry} })`
    const build = new Script(text).runInThisContext() as (
      ...values: unknown[]
    ) => (...values: unknown[]) => Promise<unknown>
    const skill = build(...Object.values(this.#globals(bot)))
    const error = await skill(bot, ...values).then(
      () => null,
      (thrown: unknown) => ({
        message: String((thrown as Error).message),
        module: null,
        line: null,
        column: null,
      }),
    )
    return {
      status: error === null ? 'completed' : 'threw',
      error,
      value: null,
      trace: [...this.trace],
      chat: [],
      inventoryBefore,
      inventoryAfter: this.counts(),
      startTick: 0,
      endTick: 100,
      fuelUsed: 0,
      reproducible: true,
    }
  }

  #globals(bot: object): Record<string, unknown> {
    const act =
      (name: string, perform: (...values: never[]) => PrimitiveResult) =>
      async (first: unknown, ...values: never[]) => {
        if (first !== bot) throw new TypeError(`${name}() needs the bot first.`)
        const result = perform(...values)
        this.trace.push({ type: 'act', tick: 0, name, arguments: values as never[], result })
        return result
      }
    return {
      mineBlock: act('mineBlock', (name: string, count: number) => this.#mine(name, count ?? 1)),
      craftItem: act('craftItem', (name: string, count: number) => this.#craft(name, count ?? 1)),
      smeltItem: act('smeltItem', (item: string, fuel: string, count: number) =>
        this.#smelt(item, fuel, count),
      ),
      placeItem: act('placeItem', (name: string) => this.#place(name)),
      killMob: act('killMob', (name: string) => this.#kill(name)),
      exploreUntil: async (_bot: unknown, _direction: unknown, _time: number, look: () => unknown) => look(),
      mcData: { blocksByName: new Proxy({}, { get: (_target, name) => ({ id: name }) }) },
      Vec3: FakeVector,
    }
  }

  #bot(): object {
    return {
      entity: { position: new FakeVector(0, 64, 0) },
      inventory: { items: () => Object.entries(this.counts()).map(([name, count]) => ({ name, count })) },
      rememberedPlaces: () => [],
      findBlock: ({ matching }: { matching: string | string[] }) => {
        const name = [matching].flat().find((wanted) => this.#blocks.has(wanted))
        return name === undefined ? null : { name, position: BESIDE }
      },
      findBlocks: ({ matching }: { matching: string[] }) => {
        const name = matching.find((wanted) => this.#blocks.has(wanted))
        if (name === undefined) return []
        this.#beside = name
        return [BESIDE]
      },
      nearestEntity: (matches: (entity: { name: string }) => boolean) =>
        this.#mobs.map((name) => ({ name })).find(matches) ?? null,
      blockAt: (spot: FakeVector) => {
        if (spot.distanceTo(BESIDE) === 0) return { name: this.#beside, boundingBox: 'block' }
        return spot.y >= 64 ? { name: 'air', boundingBox: 'empty' } : { name: 'dirt', boundingBox: 'block' }
      },
    }
  }

  #mine(block: string, count: number): PrimitiveResult {
    if (!this.#blocks.has(block)) return failure('not-found', `No ${block} nearby.`)
    const tools = this.#truth.tool(block)?.tools ?? []
    const tool = tools.find((name) => this.held(name) > 0)
    const gained: Record<string, number> = {}
    for (let dig = 0; dig < count && (tools.length === 0 || tool !== undefined); dig++) {
      const drop = this.#dropOf(block)
      if (drop !== undefined && drop !== 'air') gained[drop] = (gained[drop] ?? 0) + 1
    }
    for (const [item, gain] of Object.entries(gained)) this.#add(item, gain)
    if (Object.keys(gained).length > 0) return { ok: true, message: '', value: { mined: count, gained } }
    return failure('nothing-dropped', `The ${block} broke under bare hands, and nothing dropped.`)
  }

  /** The usual item, and every seventh time the next one of the list. */
  #dropOf(block: string): string | undefined {
    this.#digs += 1
    const items = this.#truth.drop(block)?.items ?? []
    return this.#digs % 7 === 0 ? (items[1] ?? items[0]) : items[0]
  }

  #craft(item: string, times: number): PrimitiveResult {
    const recipes = this.#truth.recipes.get(item) ?? []
    if (recipes.length === 0) return failure('unknown-recipe', `I do not know how to craft ${item}.`)
    const recipe = recipes.find(({ ingredients }) =>
      Object.entries(ingredients).every(([name, count]) => this.held(name) >= count * times),
    )
    if (recipe === undefined) return failure('missing-ingredient', `Something is missing for ${item}.`)
    if (recipe.table && !this.#blocks.has('crafting_table'))
      return failure('not-found', 'There is no table nearby.')
    for (const [name, count] of Object.entries(recipe.ingredients)) this.#add(name, -count * times)
    this.#add(item, recipe.makes * times)
    return { ok: true, message: '', value: { gained: { [item]: recipe.makes * times } } }
  }

  #smelt(from: string, fuel: string, count: number): PrimitiveResult {
    const smelting = this.#truth.byKey.get(claimKey({ type: 'smelting', item: '', from }))
    const burning = this.#truth.byKey.get(`fuel:${fuel}`)
    if (!this.#blocks.has('furnace')) return failure('not-found', 'There is no furnace nearby.')
    if (smelting?.type !== 'smelting' || burning?.type !== 'fuel')
      return failure('unknown-recipe', 'That does not smelt.')
    const burnt = Math.ceil(count / burning.smelts)
    if (this.held(from) < count || this.held(fuel) < burnt)
      return failure('missing-ingredient', 'Too little.')
    this.#add(from, -count)
    this.#add(fuel, -burnt)
    this.#add(smelting.item, count)
    return { ok: true, message: '', value: { gained: { [smelting.item]: count } } }
  }

  #place(item: string): PrimitiveResult {
    if (this.held(item) === 0) return failure('not-found', `There is no ${item} to place.`)
    this.#add(item, -1)
    this.#blocks.add(item)
    return { ok: true, message: '', value: null }
  }

  #kill(mob: string): PrimitiveResult {
    const drops = this.#truth.byKey.get(`mob-drop:${mob}`)
    if (drops?.type !== 'mob-drop') return failure('not-found', `No ${mob}.`)
    for (const item of drops.items) this.#add(item, 1)
    return { ok: true, message: '', value: { gained: {} } }
  }

  #add(item: string, count: number): void {
    this.inventory.set(item, this.held(item) + count)
  }

  /** Wheat grows, though it can be had from bales as well. */
  #isCraftable(name: string): boolean {
    return this.#truth.recipes.has(name) && name !== 'wheat'
  }
}

class FakeVector {
  readonly x: number
  readonly y: number
  readonly z: number

  constructor(x: number, y: number, z: number) {
    this.x = x
    this.y = y
    this.z = z
  }

  floored(): FakeVector {
    return this
  }

  distanceTo({ x, y, z }: FakeVector): number {
    return Math.hypot(x - this.x, y - this.y, z - this.z)
  }

  offset(x: number, y: number, z: number): FakeVector {
    return new FakeVector(this.x + x, this.y + y, this.z + z)
  }
}

/** Where everything is found that is looked for below the ground. */
const BESIDE = new FakeVector(1, 64, 0)

function failure(code: FailureCode, message: string): PrimitiveResult {
  return { ok: false, code, message }
}
