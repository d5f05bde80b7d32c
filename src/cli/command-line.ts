import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import * as z from 'zod'
import { packageRoot } from '../core/package-root.ts'
import type { CommandIo } from './command-io.ts'
import { type Check, doctorCommand } from './commands/doctor.ts'
import { diffJournalsCommand } from './commands/journal.ts'
import { type RunFlags, runCommand } from './commands/run.ts'
import { schemaCommand } from './commands/schema.ts'
import { type MakeGame, type ServeFlags, serveCommand } from './commands/serve.ts'
import {
  listSkillsCommand,
  runSkillCommand,
  type SkillRunFlags,
  type SkillsFlags,
  showSkillCommand,
} from './commands/skills.ts'
import type { StartRun } from './compose/run-handle.ts'
import type { RunSkill } from './compose/skill-run.ts'
import { describeFailure, type ExitCode } from './exit-code.ts'
import { collect, portNumber, positiveNumber, wholeNumber } from './option-parsers.ts'
import { gameVersionSchema } from './team-schema.ts'

/** What the commands start. Each is loaded when its command runs, so that `--help` does not wait for a bot library. */
export interface CommandParts {
  readonly startRun: StartRun
  readonly runSkill: RunSkill
  readonly makeGame: MakeGame
  readonly doctorChecks: (flags: { readonly server?: string }) => readonly Check[]
}

/** Runs the command that the arguments name and returns the exit code. Never throws: what goes wrong is printed. */
export async function runCommandLine(
  words: readonly string[],
  parts: CommandParts,
  io: CommandIo,
): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = describeCommands(parts, io, (ended) => {
    code = ended
  })
  try {
    await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    const failure = describeFailure(error, words.includes('--debug'))
    if (failure.text !== null) io.err(failure.text)
    return failure.code
  }
}

type End = (code: ExitCode) => void

function describeCommands(parts: CommandParts, io: CommandIo, end: End): Command {
  const program = new Command('kithcraft')
    .description('Teams of Mineflayer bots that learn in Minecraft.')
    .version(packageVersion())
    .option('--debug', 'print where an error came from')
    .showHelpAfterError('(--help lists what there is)')
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd()),
    })
    .enablePositionalOptions()
    .exitOverride()
  program.addCommand(inherit(program, runOf(parts, io, end)))
  program.addCommand(inherit(program, serveOf(parts, io, end)))
  program.addCommand(inherit(program, skillsOf(program, parts, io, end)))
  program.addCommand(inherit(program, journalOf(program, io, end)))
  program.addCommand(inherit(program, doctorOf(parts, io, end)))
  program.addCommand(
    inherit(
      program,
      new Command('schema')
        .description('print the JSON Schema of team files')
        .action(() => end(schemaCommand(io))),
    ),
  )
  return program
}

/** Commander copies output and exit settings only into commands that it made itself. */
function inherit(program: Command, command: Command): Command {
  return command.copyInheritedSettings(program).option('--debug', 'print where an error came from')
}

function runOf(parts: CommandParts, io: CommandIo, end: End): Command {
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
    .option('--pause', 'pause simulated time once all have joined; the page goes on or steps')
    .option('--minutes <number>', 'minutes of game time after which the run ends', positiveNumber)
    .option('--port <number>', 'port of the page', portNumber)
    .option('--no-page', 'serve no page')
    .option('--json', 'print the summary as one JSON object')
    .option(
      '--out <folder>',
      'run directory, a new one or an earlier run to carry on; without it a new folder under runs/',
    )
    .option('--library <path>', 'a run or a skill folder whose skills to start from')
    .option(
      '--version-of-game <version>',
      'Minecraft version to play; a server that is joined is asked without it',
    )
    .action(async (team: string | undefined, flags: RunFlags) => {
      end(await runCommand(team ?? null, flags, parts.startRun, io))
    })
}

function serveOf(parts: CommandParts, io: CommandIo, end: End): Command {
  return new Command('serve')
    .description('serve a world that any Minecraft client or bot can join')
    .option('--world <name>', 'the world; plains, or the saved one, without it')
    .option('--seed <number>', 'seed of the world; 1, or that of the saved world, without it', wholeNumber)
    .option('--save <folder>', 'keep the world in that folder, and go on with what is saved there')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port to listen on', portNumber, 25565)
    .addOption(
      new Option(
        '--version <version>',
        `Minecraft version; ${gameVersionSchema.options[0]}, or that of the saved world, without it`,
      ).choices(gameVersionSchema.options),
    )
    .option('--op <name>', 'a player who may use commands; may be given many times', collect, [])
    .option('--max-players <number>', 'how many players there may be', wholeNumber, 20)
    .action(async (flags: ServeFlags) => end(await serveCommand(flags, parts.makeGame, io)))
}

function skillsOf(program: Command, parts: CommandParts, io: CommandIo, end: End): Command {
  const skills = new Command('skills').description('look at the skills of a run, and run them again')
  const list = new Command('list')
    .description('list the skills')
    .action((flags: SkillsFlags) => end(listSkillsCommand(flags, io)))
  const show = new Command('show')
    .description('print a skill')
    .argument('<name>', 'name of the skill')
    .action((name: string, flags: SkillsFlags) => end(showSkillCommand(name, flags, io)))
  const run = new Command('run')
    .description('run a skill again and check what it promises')
    .argument('<name>', 'name of the skill')
    .argument('[arguments...]', 'its arguments: 3, oak_log, \'{"x":1,"y":64,"z":2}\'')
    .option('--world <name>', 'world of the embedded server to run it in')
    .addOption(new Option('--server <host:port>', 'server to run it on').conflicts('world'))
    .option('--seed <number>', 'seed of the world', wholeNumber, 1)
    .addOption(versionOption('--version-of-game <version>'))
    .action(async (name: string, values: string[], flags: SkillRunFlags) => {
      end(await runSkillCommand({ name, arguments: values }, flags, parts.runSkill, io))
    })
  for (const command of [list, show, run]) {
    command
      .option('--from <path>', 'a run directory or a folder of skill files; the newest run without it')
      .option('--agent <name>', 'whose skills, where a run has several libraries')
      .option('--json', 'print JSON')
    skills.addCommand(inherit(program, command))
  }
  return skills
}

function journalOf(program: Command, io: CommandIo, end: End): Command {
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

function doctorOf(parts: CommandParts, io: CommandIo, end: End): Command {
  return new Command('doctor')
    .description('check whether this machine has what Kithcraft needs')
    .option('--server <host:port>', 'also ask that server for its version and its players')
    .option('--json', 'print JSON')
    .action(async (flags: { server?: string; json?: boolean }) => {
      end(await doctorCommand(parts.doctorChecks(flags), flags.json === true, io))
    })
}

function versionOption(flags: string): Option {
  const { options } = gameVersionSchema
  return new Option(flags, 'Minecraft version').choices(options).default(options[0])
}

function packageVersion(): string {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
