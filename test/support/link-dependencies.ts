import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { packageRoot } from '../../src/core/package-root.ts'

interface LockedPackage {
  readonly version: string
  readonly dev?: boolean
  /** Systems that it is made for; any unless given. */
  readonly os?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
  /** Paths of its commands by name. */
  readonly bin?: Readonly<Record<string, string>>
}

/**
 * Puts into the folder's `node_modules` what this package needs to run, as it is installed here, and nothing that only its
 * development needs. npm then takes them for installed, as far as they fit, which spares it to unpack 1.5 GB. The files
 * are the same ones (hard links) where the file system allows it: not to be written to.
 */
export function linkDependencies(folder: string): void {
  for (const [path, { dev, bin = {} }] of Object.entries(lockedPackages())) {
    const isInstalled = path !== '' && existsSync(join(packageRoot(), path))
    if (!isInstalled || dev === true) continue
    linkPackage(join(packageRoot(), path), join(folder, path))
    linkCommands(folder, path, bin)
  }
}

/**
 * Packages that Kithcraft does without where they cannot be installed, as on this machine: an empty one of that name and
 * version in their place, so that npm does not unpack all that they need in turn. Returns their folders.
 */
export function standInForMissing(folder: string): readonly string[] {
  const packages = lockedPackages()
  const missing = Object.keys(packages['']?.optionalDependencies ?? {})
    .map((name) => ({ name, path: `${MODULES}${name}` }))
    // npm itself passes over what is made for other systems.
    .filter(({ path }) => packages[path]?.os === undefined && !existsSync(join(packageRoot(), path)))
  return missing.map(({ name, path }) => {
    mkdirSync(join(folder, path), { recursive: true })
    const manifest = JSON.stringify({ name, version: packages[path]?.version })
    writeFileSync(join(folder, path, 'package.json'), manifest)
    return join(folder, path)
  })
}

function lockedPackages(): Readonly<Record<string, LockedPackage>> {
  return JSON.parse(readFileSync(join(packageRoot(), 'package-lock.json'), 'utf8')).packages
}

/** npm unpacks again whose commands are missing. */
function linkCommands(folder: string, path: string, bin: Readonly<Record<string, string>>): void {
  const names = Object.keys(bin)
  if (names.length === 0) return
  const commands = join(folder, path.slice(0, path.lastIndexOf(MODULES) + MODULES.length), '.bin')
  mkdirSync(commands, { recursive: true })
  for (const name of names) {
    const target = join(folder, path, bin[name] ?? '')
    if (!existsSync(join(commands, name))) symlinkSync(relative(commands, target), join(commands, name))
  }
}

const MODULES = 'node_modules/'

/** Without the packages inside it, which the lock file names one by one. */
function linkPackage(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (!entry.isDirectory()) linkOrCopy(source, target)
    else if (entry.name !== 'node_modules') linkPackage(source, target)
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target, constants.COPYFILE_FICLONE)
  }
}
