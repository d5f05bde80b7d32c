import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import type { CommandIo } from './command-io.ts'
import { streamTerminal } from './live-view/terminal.ts'

/** A terminal sends Ctrl-C to the launcher and to this process, and the launcher passes it on: one press, two signals. */
const SAME_PRESS_MS = 300

/** The streams and signals of this process. */
export function processIo(): CommandIo {
  process.stdout.on('error', endWithReader)
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    terminal: (json) => streamTerminal(json ? process.stderr : process.stdout, process.env),
    ask: keyboard(),
    onInterrupt: listenForInterrupts,
    quit: () => process.exit(130),
    environment: process.env,
  }
}

/** Reads the keyboard line by line from the first question on. Questions are asked in turn, on standard error. */
function keyboard(): (question: string) => Promise<string> {
  let lines: AsyncIterator<string> | null = null
  let last: Promise<string> = Promise.resolve('')
  return (question) => {
    lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]()
    const reader = lines
    last = last.then(async () => {
      process.stderr.write(question)
      const line = await reader.next()
      return line.done === true ? '' : line.value
    })
    return last
  }
}

/** Who reads the output may stop early, as `head` does: then there is nothing left to say. */
function endWithReader(error: Error): void {
  if ('code' in error && error.code === 'EPIPE') process.exit()
  throw error
}

function listenForInterrupts(listener: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY
  const onSignal = () => {
    const now = performance.now()
    if (now - last >= SAME_PRESS_MS) listener()
    last = now
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, onSignal)
  return () => {
    for (const signal of signals) process.off(signal, onSignal)
  }
}
