import { Command } from 'commander'
import type { CommandIo } from '../command-io.ts'
import { doctorCommand } from '../commands/doctor.ts'
import type { CommandParts, End } from './command-parts.ts'

/** `kithcraft doctor`. */
export function doctorOf(parts: CommandParts, io: CommandIo, end: End): Command {
  return new Command('doctor')
    .description('check whether this machine has what Kithcraft needs')
    .option('--server <host:port>', 'also ask that server for its version and its players')
    .option('--json', 'print JSON')
    .action(async (flags: { server?: string; json?: boolean }) => {
      end(await doctorCommand(parts.doctorChecks(flags), flags.json === true, io))
    })
}
