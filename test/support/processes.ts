import { readdirSync, readFileSync } from 'node:fs'

/** Ids of the processes below one, at any depth, whose command line holds the text. Reads /proc, so Linux only. */
export function descendants(ancestor: number, text = ''): readonly number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)))
  const below = (parent: number): readonly ProcessEntry[] =>
    all.filter((entry) => entry.parent === parent).flatMap((entry) => [entry, ...below(entry.pid)])
  return below(ancestor)
    .filter(({ command }) => command.includes(text))
    .map(({ pid }) => pid)
}

export function isAlive(pid: number): boolean {
  return readProcess(pid).length > 0
}

interface ProcessEntry {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

/** Nothing for a process that has ended in the meantime, or waits to be forgotten. */
function readProcess(pid: number): readonly ProcessEntry[] {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return state === 'Z' ? [] : [{ pid, parent: Number(parent), command }]
  } catch {
    return []
  }
}
