import { Command } from 'commander'
import type { CommandIo } from '../command-io.ts'
import { diffJournalsCommand } from '../commands/journal.ts'
import { type End, inherit } from './command-parts.ts'

/** `kithcraft journal …`. */
export function journalOf(program: Command, io: CommandIo, end: End): Command {
  const diff = new Command('diff')
    .description('show where two runs part; equal runs in simulated time tell the same')
    .argument('<first>', 'a run directory or a journal file')
    .argument('<second>', 'another one')
    .option('--json', 'print JSON')
    .action((first: string, second: string, flags: { json?: boolean }) =>
      end(diffJournalsCommand(first, second, flags.json === true, io)),
    )
  return new Command('journal')
    .description('look at what runs have recorded')
    .addCommand(inherit(program, diff))
}
