import { DatabaseSync } from 'node:sqlite'
import { errorMessage, InfrastructureError } from '../core/errors.ts'

/**
 * Makes this process the only writer of something, until the returned function is called or the process ends, however it
 * ends. The operating system keeps the lock (through SQLite, which does so on every platform), so that a killed process
 * leaves none behind; the empty lock file itself stays. Throws an InfrastructureError when another holder has it.
 *
 * @param path the lock file
 * @param what is locked, for the error: `the run "runs/x"`
 */
export function acquireWriteLock(path: string, what: string): () => void {
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(path)
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database?.close()
    throw lockError(error, path, what)
  }
  const held = database
  return () => {
    if (held.isOpen) held.close()
  }
}

const SQLITE_BUSY = 5

function lockError(error: unknown, path: string, what: string): InfrastructureError {
  const busy = error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
  return new InfrastructureError(
    busy
      ? `Cannot write to ${what}: another Kithcraft process is writing to it. Wait for that process or end it.`
      : `Cannot lock ${what} with the file "${path}": ${errorMessage(error)}. Check that the folder can be written.`,
    { cause: error },
  )
}
