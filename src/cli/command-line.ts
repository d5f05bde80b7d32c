import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import * as z from 'zod'
import { packageRoot } from '../core/package-root.ts'
import type { CommandIo } from './command-io.ts'
import { schemaCommand } from './commands/schema.ts'
import { benchOf } from './describe/bench.ts'
import { type CommandParts, type End, inherit } from './describe/command-parts.ts'
import { doctorOf } from './describe/doctor.ts'
import { journalOf } from './describe/journal.ts'
import { memoryOf } from './describe/memory.ts'
import { modelServerOf } from './describe/model-server.ts'
import { runOf } from './describe/run.ts'
import { serveOf } from './describe/serve.ts'
import { skillsOf } from './describe/skills.ts'
import { studyOf } from './describe/study.ts'
import { whyOf } from './describe/why.ts'
import { describeFailure, type ExitCode } from './exit-code.ts'

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
  program.addCommand(inherit(program, studyOf(parts, io, end)))
  program.addCommand(inherit(program, benchOf(program, parts, io, end)))
  program.addCommand(inherit(program, serveOf(parts, io, end)))
  program.addCommand(inherit(program, skillsOf(program, parts, io, end)))
  program.addCommand(inherit(program, memoryOf(program, io, end)))
  program.addCommand(inherit(program, journalOf(program, io, end)))
  program.addCommand(inherit(program, modelServerOf(parts, io, end)))
  program.addCommand(inherit(program, whyOf(io, end)))
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

function packageVersion(): string {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
