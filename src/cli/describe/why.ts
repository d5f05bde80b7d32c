import { Command } from 'commander'
import type { CommandIo } from '../command-io.ts'
import { whyCommand } from '../commands/why.ts'
import { wholeNumber } from '../option-parsers.ts'
import type { End } from './command-parts.ts'

/** `kithcraft why`. */
export function whyOf(io: CommandIo, end: End): Command {
  return new Command('why')
    .description('say why an agent did what it did: percept, beliefs with their evidence, desire, plan, acts')
    .argument('<run>', 'a run directory')
    .argument('<agent>', 'name of the agent')
    .argument('<step>', 'which of its steps, counted from 1', wholeNumber)
    .option('--json', 'print JSON')
    .action((run: string, agent: string, step: number, flags: { json?: boolean }) =>
      end(whyCommand(run, agent, step, { json: flags.json === true, io })),
    )
}
