import { Command, Option } from 'commander'
import type { CommandIo } from '../command-io.ts'
import { type ServeFlags, serveCommand } from '../commands/serve.ts'
import { collect, portNumber, wholeNumber } from '../option-parsers.ts'
import { gameVersionSchema } from '../team-schema.ts'
import type { CommandParts, End } from './command-parts.ts'

/** `kithcraft serve`. */
export function serveOf(parts: CommandParts, io: CommandIo, end: End): Command {
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
