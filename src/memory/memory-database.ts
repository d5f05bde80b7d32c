import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type * as z from 'zod'
import { InfrastructureError, InputError } from '../core/errors.ts'
import { prepareSchema } from './memory-schema.ts'

/**
 * An agent's SQLite file in write-ahead mode. Commits survive a kill of the process; after a power cut the last ones may
 * be missing, which the journal makes up for. Every failure names the file: InputError for a file that cannot be used,
 * InfrastructureError for a disk or a lock that stands in the way.
 */
export class MemoryDatabase {
  readonly #path: string
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(path: string) {
    this.#path = path
    this.#database = this.#explained(() => openFile(path))
    try {
      this.#explained(() => prepareSchema(this.#database, path))
    } catch (error) {
      this.#database.close()
      throw error
    }
  }

  /** The checked records in the column `record` of all rows. */
  records<Schema extends z.ZodType>(
    schema: Schema,
    sql: string,
    ...values: SQLInputValue[]
  ): z.infer<Schema>[] {
    const rows = this.#explained(() => this.#statement(sql).all(...values))
    return rows.map((row) => this.#checked(schema, row.record))
  }

  /** The number in the first column of the first row; null where there is no row or no number. */
  number(sql: string, ...values: SQLInputValue[]): number | null {
    const row = this.#explained(() => this.#statement(sql).get(...values))
    const value = row === undefined ? null : Object.values(row)[0]
    return typeof value === 'number' ? value : null
  }

  /** The bytes in the first column of the first row; null where there is no row or there are no bytes. */
  bytes(sql: string, ...values: SQLInputValue[]): Uint8Array | null {
    const row = this.#explained(() => this.#statement(sql).get(...values))
    const value = row === undefined ? null : Object.values(row)[0]
    return value instanceof Uint8Array ? value : null
  }

  /** Hands all rows on, one after another, without holding them all. */
  each(
    visit: (row: Readonly<Record<string, unknown>>) => void,
    sql: string,
    ...values: SQLInputValue[]
  ): void {
    this.#explained(() => {
      for (const row of this.#statement(sql).iterate(...values)) visit(row)
    })
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#explained(() => {
      const statement = this.#statement(sql)
      // The search index numbers its own rows beyond what a number holds, and `run` reports the last one.
      statement.setReadBigInts(true)
      statement.run(...values)
    })
  }

  /** Keeps all that `work` writes, or nothing of it when it throws. */
  transaction(work: () => void): void {
    this.run('BEGIN IMMEDIATE')
    try {
      work()
      this.run('COMMIT')
    } catch (error) {
      if (this.#database.isTransaction) this.run('ROLLBACK')
      throw error
    }
  }

  close(): void {
    this.#statements.clear()
    if (this.#database.isOpen) this.#database.close()
  }

  #statement(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  #checked<Schema extends z.ZodType>(schema: Schema, record: unknown): z.infer<Schema> {
    try {
      return schema.parse(JSON.parse(String(record)))
    } catch (error) {
      throw unusable(this.#path, 'one of its records cannot be read', error)
    }
  }

  #explained<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      throw explained(error, this.#path)
    }
  }
}

function openFile(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true })
  const database = new DatabaseSync(path, { timeout: 2000 })
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    const check = database.prepare('PRAGMA quick_check(1)').get()
    if (check?.quick_check !== 'ok') throw unusable(path, String(check?.quick_check), null)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** SQLite's codes for a file that is damaged or of another kind. */
const DAMAGED = new Set([11, 26])

function explained(error: unknown, path: string): unknown {
  if (error instanceof InputError || error instanceof InfrastructureError || !(error instanceof Error))
    return error
  const code = 'errcode' in error ? Number(error.errcode) & 0xff : null
  if (code !== null && DAMAGED.has(code)) return unusable(path, error.message, error)
  if (code === null && !('syscall' in error)) return error
  return new InfrastructureError(
    `Cannot use the memory "${path}": ${error.message}. Check that the disk has space, that the folder can be written ` +
      'and that no other process uses the run, then try again.',
    { cause: error },
  )
}

function unusable(path: string, reason: string, cause: unknown): InputError {
  return new InputError(
    `The memory "${path}" is damaged: ${reason}. Delete the file: it is rebuilt from the run's journal ` +
      'the next time the run is opened.',
    { cause },
  )
}
