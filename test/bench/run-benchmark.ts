import { availableParallelism, cpus } from 'node:os'
import type { Benchmark, BenchmarkOptions } from './benchmark.ts'
import { statisticsOf } from './statistics.ts'

/** What `--json` writes. */
export interface BenchmarkReport {
  readonly name: string
  /** The median of each metric. */
  readonly metrics: Readonly<Record<string, number>>
  readonly samples: Readonly<Record<string, readonly number[]>>
  readonly machine: string
}

/** Measures one repetition after the other. Throws where a repetition reports other metrics than the first. */
export async function runBenchmark(
  benchmark: Benchmark,
  repetitions: number,
  options: BenchmarkOptions,
): Promise<BenchmarkReport> {
  const measured: Readonly<Record<string, number>>[] = []
  for (let repetition = 0; measured.length < repetitions; repetition++) {
    const metrics = await benchmark.measure(repetition, options)
    if (metrics !== null) measured.push(metrics)
  }
  const names = Object.keys(measured[0] ?? {})
  const samples = Object.fromEntries(
    names.map((name) => [name, measured.map((metrics, index) => sampleOf(metrics, name, index))]),
  )
  const metrics = Object.fromEntries(
    Object.entries(samples).map(([name, values]) => [name, statisticsOf(values).median]),
  )
  return { name: benchmark.name, metrics, samples, machine: describeMachine() }
}

/** The report as a table for people. */
export function formatReport(report: BenchmarkReport): string {
  const rows = Object.entries(report.samples).map(([name, samples]) => {
    const { median, least, most, spread } = statisticsOf(samples)
    return [
      name,
      short(median),
      short(least),
      short(most),
      `±${(spread * 100).toFixed(1)} %`,
      String(samples.length),
    ]
  })
  const table = [['metric', 'median', 'least', 'most', 'spread', 'samples'], ...rows]
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  )
  const lines = table.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
  return [`${report.name} on ${report.machine}`, ...lines].join('\n')
}

export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'an unknown processor'
  return `${model}, ${availableParallelism()} cores, Node.js ${process.versions.node}, ${process.platform}-${process.arch}`
}

function sampleOf(metrics: Readonly<Record<string, number>>, name: string, index: number): number {
  const value = metrics[name]
  if (value === undefined)
    throw new Error(`Measurement ${index + 1} has no "${name}", but the first one has.`)
  return value
}

function short(value: number): string {
  return Math.abs(value) >= 1000 ? value.toFixed(0) : value.toPrecision(4)
}
