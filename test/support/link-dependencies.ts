import { constants, copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/core/package-root.ts'

interface LockedPackage {
  readonly dev?: boolean
}

/**
 * Puts into the folder's `node_modules` what this package needs to run, as it is installed here, and nothing that only its
 * development needs. npm then takes them for installed, as far as they fit, which spares it to unpack 1.5 GB. The files
 * are the same ones (hard links) where the file system allows it: not to be written to.
 */
export function linkDependencies(folder: string): void {
  const lock = JSON.parse(readFileSync(join(packageRoot(), 'package-lock.json'), 'utf8'))
  const packages = Object.entries(lock.packages as Record<string, LockedPackage>)
  for (const [path, { dev }] of packages) {
    const isInstalled = path !== '' && existsSync(join(packageRoot(), path))
    if (isInstalled && dev !== true) linkPackage(join(packageRoot(), path), join(folder, path))
  }
}

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
