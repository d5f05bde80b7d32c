import type { ServerAddress } from '../../core/body.ts'
import { errorMessage, InfrastructureError } from '../../core/errors.ts'
import { readChatText } from './chat-text.ts'

/** Why a bot is not, or no longer, on its server, in words for the person who started the run. */
export interface JoinProblem {
  readonly message: string
  /** Trying again cannot help. */
  readonly final: boolean
}

/** Reads the reason that a server gives when it throws a player out. */
export function kickProblem(agent: string, address: ServerAddress, reason: unknown): JoinProblem {
  const { text: words, keys } = readChatText(reason)
  const text = words.trim().replace(/\.+$/, '')
  const where = `${address.host}:${address.port}`
  const says = (pattern: RegExp) => keys.some((key) => pattern.test(key)) || pattern.test(text)
  if (says(/outdated|incompatible|wrong version|server speaks|client protocol/i)) {
    const version =
      address.version === null ? 'the version that it was asked for' : `version "${address.version}"`
    return final(
      `"${agent}" cannot join ${where}: the server does not speak ${version} (it says "${text}").`,
      'Give the version of the server, or none to have it detected.',
    )
  }
  if (says(/server_full|server is full|full!/i)) {
    return passing(
      `"${agent}" cannot join ${where}: the server is full.`,
      'Free a place or raise its player limit.',
    )
  }
  if (
    says(
      /name_taken|duplicate_login|from another location|already (connected|logged in|playing)|name is (already )?taken/i,
    )
  ) {
    return final(
      `"${agent}" cannot stay on ${where}: a player of that name is on the server.`,
      'Give the agent another name or have that player leave.',
    )
  }
  if (says(/banned|whitelist|not_allowed/i)) {
    return final(`"${agent}" may not join ${where}: ${text}.`, 'Ask its operator.')
  }
  return passing(
    `"${agent}" was kicked from ${where}: ${text || 'no reason given'}.`,
    'The server decides about that.',
  )
}

/** Words an error of the network or of the protocol. */
export function errorProblem(agent: string, address: ServerAddress, error: unknown): JoinProblem {
  const where = `${address.host}:${address.port}`
  const reason = rootMessage(error)
  if (
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|timed out|before the server sent/i.test(
      reason,
    )
  ) {
    return passing(
      `"${agent}" cannot reach a Minecraft server at ${where}: ${reason}.`,
      'Check that it runs and that host and port are right.',
    )
  }
  if (
    /unsupported protocol|not supported|this server is version|no data for version|minecraftVersion/i.test(
      reason,
    )
  ) {
    return final(
      `"${agent}" cannot join ${where}: wrong version (${reason}).`,
      'Give a version that both sides know, such as "1.21.4".',
    )
  }
  return passing(
    `"${agent}" cannot join ${where}: ${reason}.`,
    'Check the address, the version and the login.',
  )
}

export function infrastructureError(problem: JoinProblem): InfrastructureError {
  return new InfrastructureError(problem.message)
}

function rootMessage(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return rootMessage(error.errors[0])
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = errorMessage(error).trim().replace(/\.+$/, '')
  return message.includes(code) ? message : `${code} ${message}`.trim()
}

function final(what: string, advice: string): JoinProblem {
  return { message: `${what} ${advice}`, final: true }
}

function passing(what: string, advice: string): JoinProblem {
  return { message: `${what} ${advice}`, final: false }
}
