import { Command } from 'commander'
import type { CommandIo } from '../command-io.ts'
import { checkStudyFlags, listStudies, type StudyFlags, studyCommand } from '../commands/study.ts'
import { wholeNumber } from '../option-parsers.ts'
import type { CommandParts, End } from './command-parts.ts'

/** `kithcraft study …`. */
export function studyOf(parts: CommandParts, io: CommandIo, end: End): Command {
  return new Command('study')
    .description('run a study: conditions, each with many seeds, in simulated time; results with intervals')
    .argument('[file]', 'study file, or the name of one that ships; without it those are listed')
    .option('--seeds <number>', "how many seeds, in place of the file's; 3 for a quick look", wholeNumber)
    .option('--jobs <number>', 'episodes at a time, each in a process of its own', wholeNumber)
    .option('--out <folder>', 'where results go, and what is done already lies; runs/studies/NAME without it')
    .option('--only <episode>', 'run one episode again, as CONDITION/SEED or TASK/CONDITION/SEED')
    .option(
      '--part <names>',
      'run only what these name: a task, a condition, a seed, or some, as TASK/CONDITION',
    )
    .option('--fresh', 'run again what has been done')
    .option('--no-runs', 'keep the measures of the runs, not the runs themselves')
    .option('--json', 'print the results as one JSON object')
    .action(async (file: string | undefined, flags: StudyFlags) => {
      checkStudyFlags(flags)
      end(file === undefined ? listStudies(io) : await studyCommand(file, flags, parts.openEpisodes, io))
    })
}
