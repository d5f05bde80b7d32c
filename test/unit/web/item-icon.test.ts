import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { itemIcon } from '../../../src/web/item-icon.ts'

const packageFile = createRequire(import.meta.url).resolve('prismarine-viewer/package.json')
const folder = join(dirname(packageFile), 'public')

it.each([
  ['stick', 'stick.png'],
  ['crafting_table', 'crafting_table_front.png'],
  ['cobblestone', 'cobblestone.png'],
  ['grass_block', 'grass_block_side.png'],
])('itemIcon() finds a picture of %s', (item, file) => {
  const path = itemIcon(folder, item)
  expect(path === null ? null : basename(path)).toBe(file)
})

it.each(['no_such_item', '', '../../../package', 'items/stick', 'Stick'])(
  'itemIcon() finds none for "%s"',
  (item) => {
    expect(itemIcon(folder, item)).toBeNull()
  },
)
