import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LocalEmbedder } from '../../src/memory/embedding/local-embedder.ts'
import { SqliteMemory } from '../../src/memory/sqlite-memory.ts'
import type { Benchmark } from './benchmark.ts'
import { episodeNumber, RealVectors, sentences } from './memory/corpus.ts'
import { measureOverlap } from './memory/overlap.ts'
import { mean, median, percentile } from './statistics.ts'

const QUERIES = 300

export const benchmark: Benchmark = {
  name: 'memory',
  description: 'How long it takes to remember and to recall with 10,000 and 100,000 memories.',
  repetitions: 1,
  measure: async (_repetition, { short }) => {
    const embedder = new LocalEmbedder()
    try {
      const real = new RealVectors(await embedder.embed(sentences))
      const metrics = await measureEmbedding(embedder)
      for (const count of short ? [10_000] : [10_000, 100_000]) {
        Object.assign(metrics, await measureMemory(real, count))
      }
      return metrics
    } finally {
      await embedder.close()
    }
  },
}

async function measureEmbedding(embedder: LocalEmbedder): Promise<Record<string, number>> {
  const times: number[] = []
  for (let number = 0; number < 30; number++) {
    const text = `Craft ${number + 2} torches before it gets dark.`
    times.push((await timed(() => embedder.embed([text]))).wall)
  }
  return { 'memory.embed_ms': median(times) }
}

async function measureMemory(real: RealVectors, count: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'kithcraft-memory-bench-'))
  const size = `${count / 1000}k`
  const embedder = real.embedder()
  const onFailure = (reason: string) => {
    throw new Error(reason)
  }
  const path = join(folder, 'memory.db')
  try {
    fill(path, count)
    const fresh = new SqliteMemory(path, { embedder, onFailure })
    const first = await timed(() => recallOne(fresh, real, 0))
    fresh.close()
    const memory = new SqliteMemory(path, { embedder, onFailure })
    const reopened = await timed(() => recallOne(memory, real, 0))
    const appended = append(memory, count)
    const times = []
    for (let query = 0; query < QUERIES; query++) {
      times.push(await timed(() => recallOne(memory, real, query)))
    }
    memory.close()
    const walls = times.map(({ wall }) => wall)
    const processor = times.map(({ cpu }) => cpu)
    return {
      [`memory.recall_p50_ms.${size}`]: median(walls),
      [`memory.recall_p99_ms.${size}`]: percentile(walls, 0.99),
      [`memory.recall_cpu_p99_ms.${size}`]: percentile(processor, 0.99),
      [`memory.overlap.${size}`]: measureOverlap(real, count),
      [`memory.first_recall_s.${size}`]: first.wall / 1000,
      [`memory.reopened_recall_s.${size}`]: reopened.wall / 1000,
      [`memory.append_ms.${size}`]: mean(appended),
      [`memory.append_p99_ms.${size}`]: percentile(appended, 0.99),
      ...(count === 100_000 ? { 'memory.append_ms': mean(appended) } : {}),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function fill(path: string, count: number): void {
  const memory = new SqliteMemory(path)
  for (let start = 0, sequence = 0; start < count; start += 1000, sequence++) {
    const episodes = Array.from({ length: 1000 }, (_, index) => episodeNumber(start + index))
    memory.apply(
      sequence,
      episodes.map((episode) => ({ type: 'episode-added', episode })),
    )
  }
  memory.close()
}

function recallOne(memory: SqliteMemory, real: RealVectors, query: number) {
  const { circumstances, tick } = episodeNumber(query * 331)
  return memory.recall({ text: real.query(query), circumstances, tick }, 5)
}

/** Milliseconds of each append of one more episode, as a step commits it. */
function append(memory: SqliteMemory, count: number): readonly number[] {
  return Array.from({ length: 500 }, (_, index) => {
    const episode = episodeNumber(count + index)
    const start = performance.now()
    memory.apply(memory.sequence() + 1, [{ type: 'episode-added', episode }])
    return performance.now() - start
  })
}

async function timed(work: () => Promise<unknown>): Promise<{ readonly wall: number; readonly cpu: number }> {
  const start = performance.now()
  const cpu = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { wall: performance.now() - start, cpu: (user + system) / 1000 }
}
