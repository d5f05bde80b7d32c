import { Command } from 'commander'
import type { CommandIo } from '../command-io.ts'
import { type CollabFlags, minecollabCommand } from '../commands/bench.ts'
import { wholeNumber } from '../option-parsers.ts'
import { type CommandParts, type End, inherit, versionOption } from './command-parts.ts'

/** `kithcraft bench …`. */
export function benchOf(program: Command, parts: CommandParts, io: CommandIo, end: End): Command {
  const minecollab = new Command('minecollab')
    .description("play mindcraft's MineCollab crafting tasks with teams of planners, in simulated time")
    .argument('<file>', "a task file of mindcraft's")
    .option('--json <file>', 'write the results there, as JSON')
    .option('--jobs <number>', 'tasks at a time, each in a process of its own', wholeNumber)
    .option('--out <folder>', 'where the runs go, and what is done already lies')
    .option('--only <task>', 'play one task again')
    .option('--seed <number>', 'seed of the world and of all choices', wholeNumber, 1)
    .option('--fresh', 'play again what has been done')
    .option('--no-runs', 'keep the measures of the runs, not the runs themselves')
    .addOption(versionOption('--version-of-game <version>'))
    .action(async (file: string, flags: CollabFlags) => {
      end(await minecollabCommand(file, flags, parts.openEpisodes, io))
    })
  return new Command('bench').description("play others' benchmarks").addCommand(inherit(program, minecollab))
}
