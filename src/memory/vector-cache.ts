import { hash } from 'node:crypto'
import type { MemoryDatabase } from './memory-database.ts'
import { packCode, unpackCode, type VectorCode } from './recall/vector-codes.ts'

/** Vectors that were computed before, so that no text is computed twice in the life of a memory. */
export interface VectorCache {
  /** Those of the texts' vectors that there are. */
  find(model: string, texts: readonly string[]): ReadonlyMap<string, VectorCode>
  keep(model: string, vectors: ReadonlyMap<string, VectorCode>): void
}

/** In an agent's SQLite file, beside its memories. The journal does not know them: they are made anew where they are lost. */
export class SqliteVectors implements VectorCache {
  readonly #database: MemoryDatabase

  constructor(database: MemoryDatabase) {
    this.#database = database
  }

  find(model: string, texts: readonly string[]): ReadonlyMap<string, VectorCode> {
    return texts.length > MANY ? this.#findMany(model, texts) : this.#findFew(model, texts)
  }

  #findFew(model: string, texts: readonly string[]): ReadonlyMap<string, VectorCode> {
    const sql = 'SELECT vector FROM vectors WHERE model = ? AND digest = ?'
    const found = texts.map((text) => [text, this.#database.bytes(sql, model, digestOf(text))] as const)
    return new Map(found.flatMap(([text, packed]) => (packed === null ? [] : [[text, unpackCode(packed)]])))
  }

  /** Reads the table once, which takes a fifth of the time of looking each up. */
  #findMany(model: string, texts: readonly string[]): ReadonlyMap<string, VectorCode> {
    const wanted = new Map(texts.map((text) => [keyOf(digestOf(text)), text]))
    const found = new Map<string, VectorCode>()
    this.#database.each(
      ({ digest, vector }) => {
        if (!(digest instanceof Uint8Array) || !(vector instanceof Uint8Array)) return
        const text = wanted.get(keyOf(digest))
        if (text !== undefined) found.set(text, unpackCode(vector))
      },
      'SELECT digest, vector FROM vectors WHERE model = ?',
      model,
    )
    return found
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

  find(model: string, texts: readonly string[]): ReadonlyMap<string, VectorCode> {
    const found = texts.map((text) => [text, this.#vectors.get(`${model}\n${text}`)] as const)
    return new Map(found.flatMap(([text, vector]) => (vector === undefined ? [] : [[text, vector]])))
  }

  keep(model: string, vectors: ReadonlyMap<string, VectorCode>): void {
    for (const [text, vector] of vectors) this.#vectors.set(`${model}\n${text}`, vector)
  }
}

/** For more texts than this all vectors are read. */
const MANY = 1000

function digestOf(text: string): Uint8Array {
  return hash('sha256', text, 'buffer').subarray(0, 16)
}

function keyOf(digest: Uint8Array): string {
  return String.fromCharCode(...digest)
}
