import { Command } from 'commander'
import { FAULTS } from '../../brain/language/server/faults.ts'
import type { CommandIo } from '../command-io.ts'
import { type ModelServerFlags, modelServerCommand } from '../commands/model-server.ts'
import { portNumber } from '../option-parsers.ts'
import { type CommandParts, type End, versionOption } from './command-parts.ts'

/** `kithcraft model-server`. */
export function modelServerOf(parts: CommandParts, io: CommandIo, end: End): Command {
  return new Command('model-server')
    .description("serve a scripted language model that speaks OpenAI's protocol, on this machine only")
    .option('--port <number>', 'port to listen on', portNumber, 11500)
    .option('--cassette <file>', 'answer from that cassette instead of from the planner')
    .option(
      '--faults <list>',
      `what each request gets in turn, such as "rate-limit,ok,ok"; there is ok, ${FAULTS.join(', ')}`,
    )
    .option(
      '--forms <list>',
      'ways of asking for JSON that it takes, of schema, tool, json and text; others are refused',
    )
    .option('--quiet', 'print no line for each request')
    .addOption(versionOption('--version-of-game <version>'))
    .action(async (flags: ModelServerFlags) => {
      end(await modelServerCommand(flags, parts.startModelServer, io))
    })
}
