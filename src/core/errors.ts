/**
 * The caller gave something that cannot be used: a flag, a file, a name. The command line prints the message alone and
 * exits with 2. The message says what was tried, the value in quotes, the reason and what to do next.
 */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/**
 * Something outside the program failed: a server that cannot be reached, a full disk, a port in use. The command line
 * prints the message alone and exits with 3.
 */
export class InfrastructureError extends Error {
  override readonly name = 'InfrastructureError'
}

/** The message of anything that was thrown. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
