import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../src/core/errors.ts'

const NAME = 'kithcraft.lock'

/** Keeps a second server off a folder. It names the process that has it, so that the lock of a dead one does not count. */
export class FolderLock {
  readonly #file: string

  private constructor(file: string) {
    this.#file = file
  }

  /** @throws InputError when a process that runs has it */
  static take(folder: string): FolderLock {
    const file = join(folder, NAME)
    if (!claim(file)) {
      const owner = ownerOf(file)
      if (owner !== null && isRunning(owner)) {
        throw new InputError(
          `Another server, process ${owner}, uses the save folder "${folder}". Stop it, or name another folder.`,
        )
      }
      writeFileSync(file, String(process.pid))
    }
    return new FolderLock(file)
  }

  static isLock(name: string): boolean {
    return name === NAME
  }

  release(): void {
    rmSync(this.#file, { force: true })
  }
}

/** Makes the lock; says false where there is one. */
function claim(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function ownerOf(file: string): number | null {
  const owner = Number(readFileSync(file, 'utf8'))
  return Number.isInteger(owner) && owner > 0 ? owner : null
}

/** Whether there is a process of that number. One of another user answers with an error of its own. */
function isRunning(owner: number): boolean {
  try {
    process.kill(owner, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
