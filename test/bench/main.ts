import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { errorMessage, InputError } from '../../src/core/errors.ts'
import type { Benchmark } from './benchmark.ts'
import { formatReport, runBenchmark } from './run-benchmark.ts'

// Usage: npm run bench -- NAME [--json FILE] [--repetitions N] [--short] [--profile DIR]; without a name it lists what there is.
try {
  await main()
} catch (error) {
  if (!(error instanceof InputError)) throw error
  process.stderr.write(`${errorMessage(error)}\n`)
  process.exitCode = 2
}

async function main(): Promise<void> {
  const { positionals, values } = readArguments()
  const [name] = positionals
  if (name === undefined) {
    for (const known of benchmarkNames()) print(`${known}: ${(await loadBenchmark(known)).description}`)
    return
  }
  const benchmark = await loadBenchmark(name)
  const repetitions = Number(values.repetitions ?? benchmark.repetitions)
  if (!Number.isSafeInteger(repetitions) || repetitions < 1) {
    throw new InputError(`--repetitions is "${values.repetitions}": it must be a whole number above 0.`)
  }
  const report = await runBenchmark(benchmark, repetitions, {
    short: values.short === true,
    profile: values.profile ?? null,
  })
  print(formatReport(report))
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
}

function readArguments() {
  try {
    const options = {
      json: { type: 'string' },
      repetitions: { type: 'string' },
      short: { type: 'boolean' },
      profile: { type: 'string' },
    } as const
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    throw new InputError(errorMessage(error), { cause: error })
  }
}

/** Modules of this folder that export a benchmark. */
function benchmarkNames(): readonly string[] {
  const folder = import.meta.dirname
  return readdirSync(folder)
    .filter(
      (file) =>
        file.endsWith('.ts') && /^export const benchmark\b/m.test(readFileSync(join(folder, file), 'utf8')),
    )
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

async function loadBenchmark(name: string): Promise<Benchmark> {
  const names = benchmarkNames()
  if (!names.includes(name)) {
    throw new InputError(`There is no benchmark "${name}". There is ${names.join(', ') || 'none yet'}.`)
  }
  const module = (await import(`./${name}.ts`)) as { readonly benchmark: Benchmark }
  return module.benchmark
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
