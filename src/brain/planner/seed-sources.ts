import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../core/package-root.ts'
import type { SeedName } from './code/pen.ts'

/** The code of the seed skills that written code builds on, without their headers. */
export function seedSources(): Readonly<Record<SeedName, string>> {
  return {
    chestNearby: seedSource('chestNearby'),
    findNearby: seedSource('findNearby'),
    layInChest: seedSource('layInChest'),
    placeNearby: seedSource('placeNearby'),
    searchUnderground: seedSource('searchUnderground'),
  }
}

function seedSource(file: string): string {
  const text = readFileSync(join(packageRoot(), 'skills', `${file}.js`), 'utf8')
  return text.replace(/^\/\*---[\s\S]*?---\*\/\s*/, '')
}
