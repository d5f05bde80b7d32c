import { readdirSync, readFileSync } from 'node:fs'

/** Ids of the processes below one, at any depth, whose command line holds the text. Reads /proc, so Linux only. */
export function descendants(ancestor: number, text: string): readonly number[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)))
  const family = new Set([ancestor])
  for (let size = 0; size < family.size; ) {
    size = family.size
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid)
  }
  return processes
    .filter(({ pid, command }) => family.has(pid) && command.includes(text))
    .map(({ pid }) => pid)
}

interface ProcessEntry {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

/** Nothing for a process that has ended meanwhile. */
function readProcess(pid: number): readonly ProcessEntry[] {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    const parent = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
    return [{ pid, parent, command }]
  } catch {
    return []
  }
}
