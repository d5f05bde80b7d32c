import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import { overrideTeam } from '../../../src/cli/team-overrides.ts'

const atHome = parseTeamFile('{ agents: [{ name: Ada }], world: forest }', 'home')
const away = parseTeamFile(
  '{ agents: [{ name: Ada }], server: { host: away, version: 1.20.1, auth: microsoft } }',
  'away',
)

describe('overrideTeam()', () => {
  it('changes nothing without flags', () => {
    expect(overrideTeam(atHome, {})).toEqual(atHome)
    expect(overrideTeam(away, {})).toEqual(away)
  })

  it('replaces what the flags name', () => {
    const flags = { seed: 9, goal: 'have 2 stick', until: 'any', minutes: 5, library: 'old' } as const
    expect(overrideTeam(atHome, flags)).toEqual({
      ...atHome,
      seed: 9,
      goal: { type: 'have', item: 'stick', count: 2 },
      until: 'any',
      limits: { ...atHome.limits, minutes: 5 },
      library: resolve('old'),
    })
  })

  it('takes the team to a server', () => {
    expect(overrideTeam(atHome, { server: 'localhost:4000' })).toMatchObject({
      world: null,
      server: { host: 'localhost', port: 4000, version: null, auth: 'offline' },
    })
  })

  it('keeps the login of the team file at another address', () => {
    expect(overrideTeam(away, { server: '[::1]' }).server).toEqual({
      host: '::1',
      port: 25565,
      version: '1.20.1',
      auth: 'microsoft',
    })
  })

  it('takes the team to a world', () => {
    expect(overrideTeam(away, { world: 'flat', versionOfGame: '1.20.1' })).toMatchObject({
      world: 'flat',
      server: null,
      version: '1.20.1',
    })
  })

  it('tells a joined server from an own one when the version is set', () => {
    expect(overrideTeam(away, { versionOfGame: '1.16.5' }).server?.version).toBe('1.16.5')
    expect(() => overrideTeam(atHome, { versionOfGame: '1.16.5' })).toThrow(
      'The embedded server does not speak Minecraft "1.16.5". Choose 1.21.4 or 1.20.1.',
    )
  })

  it.each(['', 'a:b', 'host:70000', 'http://x', 'a b'])('refuses the address "%s"', (server) => {
    expect(() => overrideTeam(atHome, { server })).toThrow(`"${server}" is no server address.`)
  })

  it('refuses world and server together', () => {
    expect(() => overrideTeam(atHome, { server: 'a', world: 'flat' })).toThrow('exclude each other')
  })
})
