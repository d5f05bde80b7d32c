import loadMinecraftData from 'minecraft-data'
import * as z from 'zod'
import type { NameChecks } from '../core/name-checks.ts'
import { nearestName } from '../core/nearest-name.ts'

const named = z.array(z.object({ name: z.string() }))
const namesSchema = z.object({ itemsArray: named, blocksArray: named, entitiesArray: named })

/** The checks of a version of the game. */
export function nameChecks(version: string): NameChecks {
  const { itemsArray, blocksArray, entitiesArray } = namesSchema.parse(loadMinecraftData(version))
  return {
    itemProblem: checker('item', itemsArray),
    blockProblem: checker('block', blocksArray),
    mobProblem: checker('mob', entitiesArray),
  }
}

function checker(what: string, known: readonly { readonly name: string }[]) {
  const names = [...new Set(known.map(({ name }) => name))]
  const set = new Set(names)
  return (name: string): string | null => {
    if (set.has(name)) return null
    const nearest = nearestName(name, names)
    const advice = nearest === null ? 'Use the exact names of the game.' : `Did you mean "${nearest}"?`
    return `There is no ${what} "${name}". ${advice}`
  }
}
