import type { CommandIo } from '../command-io.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { teamJsonSchema } from '../team-file.ts'

/** Prints the JSON Schema of team files, for editors that complete and check YAML with one. */
export function schemaCommand(io: CommandIo): ExitCode {
  io.out(teamJsonSchema().trimEnd())
  return EXIT.reached
}
