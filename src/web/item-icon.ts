import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Version whose pictures are shown; items look alike in all of them. */
const pictureVersion = '1.21.4'

/**
 * The picture of an item or block among the textures that prismarine-viewer ships.
 *
 * @param viewerFolder the package's `public` folder
 * @returns path of a PNG file, null where there is none
 */
export function itemIcon(viewerFolder: string, item: string): string | null {
  if (!/^[a-z0-9_]+$/.test(item)) return null
  const names = [
    `items/${item}`,
    `blocks/${item}_front`,
    `blocks/${item}`,
    `blocks/${item}_side`,
    `blocks/${item}_top`,
  ]
  const paths = names.map((name) => join(viewerFolder, 'textures', pictureVersion, `${name}.png`))
  return paths.find((path) => existsSync(path)) ?? null
}
