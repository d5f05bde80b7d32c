import { Command } from 'commander'
import type { CommandIo } from '../command-io.ts'
import { doctorCommand } from '../commands/doctor.ts'
import type { DoctorFlags } from '../doctor-checks.ts'
import type { CommandParts, End } from './command-parts.ts'

/** `kithcraft doctor`. */
export function doctorOf(parts: CommandParts, io: CommandIo, end: End): Command {
  return new Command('doctor')
    .description('check whether this machine has what Kithcraft needs')
    .option('--server <host:port>', 'also ask that server for its version and its players')
    .option('--team <file>', 'also ask whether the language models of that team are there and take the keys')
    .option('--brain <model>', 'also ask whether that model is there, such as openai/gpt-5-mini')
    .option('--brain-url <url>', 'where the API of that model lies, if not in its usual place')
    .option('--json', 'print JSON')
    .action(async ({ json, ...flags }: DoctorFlags & { readonly json?: boolean }) => {
      end(await doctorCommand(parts.doctorChecks(flags), json === true, io))
    })
}
