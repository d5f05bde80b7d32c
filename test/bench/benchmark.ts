/**
 * One benchmark. It lives in `test/bench/<name>.ts`, exported as `benchmark`, and is run with `npm run bench -- <name>`.
 * `test/bench/README.md` documents its metrics.
 */
export interface Benchmark {
  readonly name: string
  /** One sentence for the list of benchmarks. */
  readonly description: string
  /** How often to measure unless the command line says otherwise. */
  readonly repetitions: number
  /**
   * Measures once. The keys are stable names of metrics such as `time.ratio.1`; the same keys every time.
   *
   * @param repetition counts from 0; a benchmark that warms up returns null for what is not to be counted
   */
  readonly measure: (
    repetition: number,
    options: BenchmarkOptions,
  ) => Promise<Readonly<Record<string, number>> | null>
}

/** What the command line asks of a benchmark; those that know nothing of it ignore it. */
export interface BenchmarkOptions {
  /** A quick look instead of good figures. */
  readonly short: boolean
  /** Folder for CPU profiles of the processes that are measured; null for none. */
  readonly profile: string | null
}
