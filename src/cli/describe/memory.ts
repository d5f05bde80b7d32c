import { Command } from 'commander'
import type { CommandIo } from '../command-io.ts'
import {
  type ListFlags,
  listMemoryCommand,
  type MemoryFlags,
  type SearchFlags,
  searchMemoryCommand,
  showMemoryCommand,
} from '../commands/memory.ts'
import {
  editMemoryCommand,
  exportMemoryCommand,
  forgetMemoryCommand,
  importMemoryCommand,
} from '../commands/memory-edit.ts'
import { wholeNumber } from '../option-parsers.ts'
import { type End, inherit } from './command-parts.ts'

/** `kithcraft memory …`. */
export function memoryOf(program: Command, io: CommandIo, end: End): Command {
  const memory = new Command('memory').description('look at what the agents of a run remember, and change it')
  for (const command of [...readers(io, end), ...writers(io, end)]) {
    command
      .option('--from <run>', 'a run directory; the newest run without it')
      .option('--agent <name>', 'whose memory')
    memory.addCommand(inherit(program, command))
  }
  return memory
}

function readers(io: CommandIo, end: End): readonly Command[] {
  const list = new Command('list')
    .description('list memories of a kind, or count them')
    .argument('[kind]', 'facts, episodes, skills, tasks or messages')
    .option('--status <status>', 'only those with the status, such as refuted')
    .option('--limit <number>', 'only so many, the newest', wholeNumber)
    .action((kind: string | undefined, flags: ListFlags) => end(listMemoryCommand(kind, flags, io)))
  const show = new Command('show')
    .description('print a memory')
    .argument('<id>', 'as the list has it; for a skill its name')
    .action((id: string, flags: MemoryFlags) => end(showMemoryCommand(id, flags, io)))
  const search = new Command('search')
    .description('find what comes to mind for some words')
    .argument('<words...>', 'a task or a question')
    .option('--limit <number>', 'so many of each kind at most', wholeNumber, 5)
    .option('--meaning', 'compare meanings too, with the sentence model; takes a few seconds')
    .action(async (words: string[], flags: SearchFlags) => end(await searchMemoryCommand(words, flags, io)))
  return [list, show, search].map((command) => command.option('--json', 'print JSON'))
}

function writers(io: CommandIo, end: End): readonly Command[] {
  return [
    new Command('forget')
      .description('take memories away')
      .argument('<ids...>', 'as the list has them')
      .action((ids: string[], flags: MemoryFlags) => end(forgetMemoryCommand(ids, flags, io))),
    new Command('edit')
      .description('change a memory: status=refuted confidence=0.2 claim.tools=\'["stone_pickaxe"]\'')
      .argument('<id>', 'as the list has it')
      .argument('<changes...>', 'key=value, the value as JSON or text')
      .option('--json', 'print JSON')
      .action((id: string, changes: string[], flags: MemoryFlags) =>
        end(editMemoryCommand(id, changes, flags, io)),
      ),
    new Command('export')
      .description('write all that an agent remembers to a JSON file')
      .argument('<file>', 'the file; - for standard output')
      .action((file: string, flags: MemoryFlags) => end(exportMemoryCommand(file, flags, io))),
    new Command('import')
      .description('bring an exported file into the memory of an agent, its own or another')
      .argument('<file>', 'what "memory export" wrote')
      .action((file: string, flags: MemoryFlags) => end(importMemoryCommand(file, flags, io))),
  ]
}
