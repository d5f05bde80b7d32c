import { Command, Option } from 'commander'
import type { CommandIo } from '../command-io.ts'
import { type RunFlags, runCommand } from '../commands/run.ts'
import { portNumber, positiveNumber, wholeNumber } from '../option-parsers.ts'
import type { CommandParts, End } from './command-parts.ts'

/** `kithcraft run`. */
export function runOf(parts: CommandParts, io: CommandIo, end: End): Command {
  return new Command('run')
    .description('run a team until its goal is reached')
    .argument('[team]', 'team file, YAML or JSON; without one a team of two starts from nothing')
    .option('--server <host:port>', 'join that server instead of a world of our own')
    .option('--world <name>', 'world of the embedded server')
    .option('--seed <number>', 'seed of the world and of all choices', wholeNumber)
    .option('--goal <goal>', 'what to reach, such as "have 1 stone_pickaxe and have 4 torch"')
    .addOption(new Option('--until <who>', 'who must reach the goal').choices(['all', 'any']))
    .addOption(
      new Option('--time <kind>', 'simulated: as fast as the machine can, and twice the same').choices([
        'real',
        'simulated',
      ]),
    )
    .option('--speed <number>', 'simulated seconds in a second at most', positiveNumber)
    .option(
      '--pause',
      'pause simulated time once all have joined; the page, or the keyboard with --no-page, goes on or steps',
    )
    .addOption(
      new Option('--curriculum <who>', 'who chooses tasks: a person is asked here').choices([
        'agent',
        'person',
      ]),
    )
    .addOption(
      new Option('--critic <who>', 'who judges tasks that no machine can check').choices(['agent', 'person']),
    )
    .option('--minutes <number>', 'minutes of game time after which the run ends', positiveNumber)
    .option('--port <number>', 'port of the page', portNumber)
    .option('--no-page', 'serve no page')
    .option('--json', 'print the summary as one JSON object')
    .option(
      '--out <folder>',
      'run directory, a new one or an earlier run to carry on; without it a new folder under runs/',
    )
    .option('--brain <model>', 'what all agents think with: planner, or a model such as openai/gpt-5-mini')
    .option('--brain-url <url>', 'where the API of that model lies, if not in its usual place')
    .option('--record <file>', 'write what language models are asked and reply to that cassette')
    .addOption(
      new Option('--replay <file>', 'take all replies of language models from that cassette').conflicts(
        'record',
      ),
    )
    .option('--library <path>', 'a run or a skill folder whose skills to start from')
    .option('--memory <run>', 'a run whose memories to start from: facts, episodes and skills')
    .option(
      '--version-of-game <version>',
      'Minecraft version to play; a server that is joined is asked without it',
    )
    .action(async (team: string | undefined, flags: RunFlags) => {
      end(await runCommand(team ?? null, flags, parts.startRun, io))
    })
}
