/** How truly a Minecraft version is drawn: with its own blocks, with some blocks mistaken for others, or not at all. */
export type DrawnVersion = 'exact' | 'shifted' | 'unsupported'

/**
 * prismarine-viewer has one table of block states for each minor version. Where a patch version numbers its block states
 * otherwise, hundreds of blocks are drawn as others. The lists were found by comparing the tables (shared facts, parts.md).
 */
export function drawnVersion(version: string): DrawnVersion {
  if (exactVersions.has(version)) return 'exact'
  const [major, minor] = version.split('.').map(Number)
  if (major !== 1 || minor === undefined || minor < 8 || minor > 21) return 'unsupported'
  return minor <= 16 ? 'exact' : 'shifted'
}

const exactVersions = new Set(
  '1.17 1.17.1 1.18 1.18.1 1.18.2 1.19 1.19.1 1.19.2 1.20 1.20.1 1.21 1.21.1 1.21.4'.split(' '),
)
