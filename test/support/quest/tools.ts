import type { Act } from '../../../src/body/acting/act.ts'
import { craftItem } from '../../../src/body/primitives/craft-item.ts'
import { countOf } from './gathering.ts'
import { craftPlanks, craftSticks, packUp, setUp } from './workshop.ts'

/** Digs that the pickaxes must be good for before the next ore is gone for. */
const DIGS = 60

/** Crafts at the table, which it places where it stands if none is near. */
export async function craftTools(act: Act, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await setUp(act, 'crafting_table')
    if (/_(pickaxe|hoe|sword)$/.test(name)) await craftSticks(act, 2)
    if (/^wooden_|_bed$/.test(name)) await craftPlanks(act, 3)
    await craftItem(act, name, 1)
  }
  await packUp(act, 'crafting_table')
}

/** Crafts another stone pickaxe before the last one is worn. */
export async function keepPickaxes(act: Act): Promise<void> {
  const stones = countOf(act.bot, /^(cobblestone|cobbled_deepslate)$/)
  if (digsLeft(act) < DIGS && stones >= 3) await craftTools(act, ['stone_pickaxe'])
}

function digsLeft({ bot }: Act): number {
  return bot.inventory.items().reduce((sum, item) => {
    const isStrong = /^(stone|iron|diamond)_pickaxe$/.test(item.name)
    return isStrong ? sum + (item.maxDurability ?? 0) - (item.durabilityUsed ?? 0) : sum
  }, 0)
}
