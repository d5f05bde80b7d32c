import { describe, expect, it } from 'vitest'
import { errorProblem, kickProblem } from '../../../src/body/connection/join-failure.ts'

const address = { host: 'play.example', port: 25565, version: '1.21.4', auth: 'offline' } as const

describe('kickProblem()', () => {
  it.each([
    [{ translate: 'multiplayer.disconnect.server_full' }, /the server is full/, false],
    [{ translate: 'multiplayer.disconnect.duplicate_login' }, /a player of that name is on the server/, true],
    [
      { translate: 'multiplayer.disconnect.incompatible', with: ['1.20.1'] },
      /does not speak version "1.21.4"/,
      true,
    ],
    ['{"text":"Outdated client! Please use 1.20.1"}', /Give the version of the server/, true],
    ['You are banned from this server', /may not join/, true],
    ['AFK for too long.', /was kicked from play.example:25565: AFK for too long\. /, false],
    ['Banned in 1.21.4.. ', /: Banned in 1\.21\.4\. Ask its operator\./, true],
    ['', /no reason given/, false],
  ])('words %j', (reason, message, isFinal) => {
    const problem = kickProblem('Ada', address, reason)
    expect(problem.message).toMatch(message)
    expect(problem.message).toContain('"Ada"')
    expect(problem.final).toBe(isFinal)
  })
})

describe('errorProblem()', () => {
  const coded = (code: string, message: string) => Object.assign(new Error(message), { code })

  it.each([
    [
      coded('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1'),
      /cannot reach a Minecraft server at play.example:25565/,
    ],
    [
      new AggregateError([coded('ENOTFOUND', 'getaddrinfo ENOTFOUND play.example')]),
      /ENOTFOUND play\.example/,
    ],
    [new Error("Unsupported protocol version '999'; try updating"), /wrong version/],
    [new Error('something else.'), /cannot join play.example:25565: something else\. Check/],
  ])('words %s', (error, message) => {
    expect(errorProblem('Ada', address, error).message).toMatch(message)
  })
})
