import { describe, expect, it } from 'vitest'
import { belongingsOf } from '../../../src/cli/compose/belongings.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import { InputError } from '../../../src/core/errors.ts'

const teamWith = (inventory: object) =>
  parseTeamFile(JSON.stringify({ agents: [{ name: 'Ada', inventory }, { name: 'Ben' }] }), 'team.json')

describe('belongingsOf()', () => {
  it('lists those who carry something', () => {
    expect(belongingsOf(teamWith({ oak_log: 3 }))).toEqual({ Ada: { oak_log: 3 } })
    expect(belongingsOf(teamWith({}))).toEqual({})
  })

  it('refuses what is no item, and names the one that was meant', () => {
    expect(() => belongingsOf(teamWith({ oak_lg: 3 }))).toThrow(InputError)
    expect(() => belongingsOf(teamWith({ oak_lg: 3 }))).toThrow(
      'agent "Ada" names "oak_lg", which is no item of Minecraft 1.21.4. Write a name such as "oak_log".',
    )
  })

  it('counts slots by the size of stacks', () => {
    expect(() => belongingsOf(teamWith({ oak_log: 64 * 36 }))).not.toThrow()
    expect(() => belongingsOf(teamWith({ wooden_axe: 37 }))).toThrow('takes 37 slots, and a player has 36')
  })
})

describe('an inventory in a team file', () => {
  it('is refused on a server that is joined, with its line', () => {
    const text = 'server: { host: localhost }\nagents:\n  - name: Ada\n    inventory: { stick: 1 }\n'
    expect(() => parseTeamFile(text, 'team.yaml')).toThrow('line 4: "agents[0].inventory" is given')
  })
})
