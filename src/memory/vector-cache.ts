import { createHash } from 'node:crypto'
import type { MemoryDatabase } from './memory-database.ts'
import { packCode, unpackCode, type VectorCode } from './recall/vector-codes.ts'

/** Vectors that were computed before, so that no text is computed twice in the life of a memory. */
export interface VectorCache {
  find(model: string, text: string): VectorCode | null
  keep(model: string, vectors: ReadonlyMap<string, VectorCode>): void
}

/** In an agent's SQLite file, beside its memories. The journal does not know them: they are made anew where they are lost. */
export class SqliteVectors implements VectorCache {
  readonly #database: MemoryDatabase

  constructor(database: MemoryDatabase) {
    this.#database = database
  }

  find(model: string, text: string): VectorCode | null {
    const sql = 'SELECT vector FROM vectors WHERE model = ? AND digest = ?'
    const packed = this.#database.bytes(sql, model, digestOf(text))
    return packed === null ? null : unpackCode(packed)
  }

  keep(model: string, vectors: ReadonlyMap<string, VectorCode>): void {
    this.#database.transaction(() => {
      for (const [text, vector] of vectors) {
        const sql = 'INSERT OR REPLACE INTO vectors (model, digest, vector) VALUES (?, ?, ?)'
        this.#database.run(sql, model, digestOf(text), packCode(vector))
      }
    })
  }
}

/** For memories that are gone with the process. */
export class VolatileVectors implements VectorCache {
  readonly #vectors = new Map<string, VectorCode>()

  find(model: string, text: string): VectorCode | null {
    return this.#vectors.get(`${model}\n${text}`) ?? null
  }

  keep(model: string, vectors: ReadonlyMap<string, VectorCode>): void {
    for (const [text, vector] of vectors) this.#vectors.set(`${model}\n${text}`, vector)
  }
}

function digestOf(text: string): Uint8Array {
  return createHash('sha256').update(text).digest().subarray(0, 16)
}
