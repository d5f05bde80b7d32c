import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { errorMessage, InfrastructureError, InputError } from '../../core/errors.ts'
import type { MemoryChange } from '../../core/memory-change.ts'
import { importDocument } from '../../memory/import-document.ts'
import { memoryDocument, memoryDocumentSchema } from '../../memory/memory-document.ts'
import { createCheckSkill } from '../../sandbox/create-check-skill.ts'
import { assign, readAssignment } from '../assignments.ts'
import type { CommandIo } from '../command-io.ts'
import { recordLine } from '../describe-memory.ts'
import { explainIssues } from '../document-issues.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { edited, forgotten, MEMORY_KINDS, type MemoryRecord, recordsIn } from '../memory-records.ts'
import { editMemory, loadMemories, memoriesOf, memoryOf } from '../recorded-memory.ts'
import { readTextDocument } from '../text-document.ts'
import { findRecord, type MemoryFlags } from './memory.ts'

/** Takes records away. Nothing is forgotten when one of the ids is unknown. */
export function forgetMemoryCommand(ids: readonly string[], flags: MemoryFlags, io: CommandIo): ExitCode {
  const recorded = loadMemories(flags.from)
  const found = [...new Set(ids)].map((id) => findRecord(recorded, id, flags.agent))
  const byAgent = Map.groupBy(found, ({ agent }) => agent)
  const edits = [...byAgent].map(([agent, records]) => {
    return { agent, changes: records.map(({ record }) => forgetting(record)) }
  })
  for (const { agent, changes } of edits) editMemory(recorded, agent, 'forget', changes)
  for (const { agent, record } of found) io.out(`${agent} has forgotten ${recordLine(record)}`)
  return EXIT.reached
}

/** Puts values into a record. */
export function editMemoryCommand(
  id: string,
  assignments: readonly string[],
  flags: MemoryFlags,
  io: CommandIo,
): ExitCode {
  const recorded = loadMemories(flags.from)
  const { agent, record } = findRecord(recorded, id, flags.agent)
  const values = assignments.map(readAssignment)
  for (const { path } of values) refuseFixed(record, path)
  const value = checkedEdit(record, assign(record.record, values))
  const change = edited(record, value, recorded.tick)
  if (change === null) throw new InputError(`Cannot edit the message "${id}": what was said stays said.`)
  editMemory(recorded, agent, 'edit', [change])
  const { record: now } = findRecord(loadMemories(recorded.directory.path), record.id, agent)
  if (flags.json) io.out(JSON.stringify({ agent, kind: now.kind, key: now.id, record: now.record }))
  else io.out(`${agent} now remembers ${recordLine(now)}`)
  return EXIT.reached
}

/** Writes all that an agent remembers to a file, or to standard output for `-`. */
export function exportMemoryCommand(path: string, flags: MemoryFlags, io: CommandIo): ExitCode {
  const recorded = loadMemories(flags.from)
  const [agent, memory] = memoryOf(recorded, flags.agent)
  const document = memoryDocument({ run: recorded.run, agent }, memory)
  const text = JSON.stringify(document, null, 2)
  if (path === '-') {
    io.out(text)
    return EXIT.reached
  }
  writeWhole(path, `${text}\n`)
  io.out(`${recordsIn(memory).length} memories of ${agent} exported to ${path}.`)
  return EXIT.reached
}

/** Brings an exported file into an agent's memory. */
export function importMemoryCommand(path: string, flags: MemoryFlags, io: CommandIo): ExitCode {
  const instead = 'Give a file that "kithcraft memory export" wrote.'
  const document = readTextDocument(path, { what: 'memory file', instead }).checked(memoryDocumentSchema)
  const recorded = loadMemories(flags.from)
  const named = flags.agent ?? (recorded.memories.has(document.agent) ? document.agent : undefined)
  const [agent, memory] =
    named === undefined ? memoryOf(recorded, undefined) : firstOf(memoriesOf(recorded, named))
  const changes = importDocument(document, { run: recorded.run, agent }, memory).filter(isRunnable(io))
  if (changes.length > 0) editMemory(recorded, agent, 'import', changes)
  io.out(`${changes.length} memories imported into ${agent}'s, ${recordsIn(memory).length} were there.`)
  return EXIT.reached
}

function firstOf<Value>([first]: readonly Value[]): Value {
  if (first === undefined) throw new Error('There is none.')
  return first
}

function forgetting(record: MemoryRecord): MemoryChange {
  const change = forgotten(record)
  if (change !== null) return change
  throw new InputError(
    `Cannot forget the task "${record.id}": later tasks are numbered after it. End it instead: ` +
      `kithcraft memory edit ${record.id} status=given-up`,
  )
}

/** What a record is known by stays, and so does a skill's code: a version never changes. */
function refuseFixed({ kind, id }: MemoryRecord, [key = '']: readonly string[]): void {
  const fixed = kind === 'skills' ? ['name', 'version', 'source'] : ['id']
  if (!fixed.includes(key)) return
  const instead =
    kind === 'skills' ? ' Bring changed code in as a skill of its own, in a file for "memory import".' : ''
  throw new InputError(`Cannot change "${key}" of "${id}": others refer to it.${instead}`)
}

function checkedEdit({ kind, id }: MemoryRecord, value: unknown): unknown {
  const schema = MEMORY_KINDS[kind]
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = explainIssues(parsed.error, value, schema).map(({ message }) => message)
  throw new InputError(`Cannot edit "${id}": ${problems.join(' ')} Nothing was changed.`)
}

/** Leaves out skills that the sandbox would refuse, and says so. */
function isRunnable(io: CommandIo): (change: MemoryChange) => boolean {
  const check = createCheckSkill()
  return (change) => {
    if (change.type !== 'skill-set') return true
    const { name, source, version, calls } = change.skill
    const [finding] = check(
      name,
      source,
      calls.map((call) => call.name),
    )
    if (finding !== undefined) {
      io.err(`Left out: ${name} version ${version}: line ${finding.line}: ${finding.message}`)
    }
    return finding === undefined
  }
}

/** Aside first, then renamed: nobody sees half a file, and a file that was there stays when the disk refuses. */
function writeWhole(path: string, text: string): void {
  const aside = `${path}.part`
  try {
    if (existsSync(aside)) throw new Error(`"${aside}" is in the way`)
    writeFileSync(aside, text)
    renameSync(aside, path)
  } catch (error) {
    throw new InfrastructureError(
      `Cannot write "${path}": ${errorMessage(error)}. Check that its folder is there and can be written.`,
      { cause: error },
    )
  }
}
