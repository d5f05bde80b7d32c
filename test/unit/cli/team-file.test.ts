import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultTeamPath, loadTeamFile, parseTeamFile, teamJsonSchema } from '../../../src/cli/team-file.ts'
import { InputError } from '../../../src/core/errors.ts'
import { ALL_FACULTIES } from '../../../src/core/faculties.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const oneAgent = 'agents:\n  - name: Ada\n'

describe('parseTeamFile()', () => {
  it('fills in everything that is left out', () => {
    expect(parseTeamFile(oneAgent, 'team.yaml')).toEqual({
      name: 'team',
      world: 'plains',
      server: null,
      version: '1.21.4',
      seed: 1,
      goal: null,
      time: 'real',
      thinking: 'freeze',
      until: 'all',
      shared: false,
      limits: {
        minutes: 30,
        attemptTicks: 6000,
        fuel: 2_000_000,
        turnMs: 5000,
        memoryMb: 256,
        attemptsPerStep: 4,
        communicationRounds: 3,
        answerTicks: 200,
      },
      memory: {
        from: null,
        lives: 1,
        embeddings: 'auto',
        budget: { episodes: 2000, facts: 5000, messages: 5000, skillVersions: 1000 },
      },
      models: {},
      budget: { run: {}, session: {}, agent: {} },
      channel: 'in-process',
      trials: true,
      players: [],
      gameChat: false,
      library: null,
      documents: [],
      agents: [
        {
          name: 'Ada',
          knowledge: 'expert',
          brain: 'planner',
          role: '',
          faculties: ALL_FACULTIES,
          inventory: {},
        },
      ],
    })
  })

  it('reads JSON as well', () => {
    const team = parseTeamFile('{"agents": [{"name": "Ada"}],\n\t"seed": 7}', 'team.json')
    expect(team.seed).toBe(7)
  })

  it('names no world when a server is given', () => {
    const team = parseTeamFile(`${oneAgent}server: { host: localhost }\n`, 'team.yaml')
    expect(team.world).toBeNull()
    expect(team.server).toEqual({ host: 'localhost', port: 25565, version: null, auth: 'offline' })
  })

  it('reads a goal as text and as an object', () => {
    const goal = { type: 'have', item: 'stick', count: 4 }
    expect(parseTeamFile(`${oneAgent}goal: have 4 stick\n`, 'a').goal).toEqual(goal)
    expect(parseTeamFile(`${oneAgent}goal: { type: have, item: stick, count: 4 }\n`, 'a').goal).toEqual(goal)
  })

  it('reads every form of knowledge', () => {
    const text = [
      'agents:',
      '  - { name: Ada, knowledge: novice }',
      '  - { name: Ben, knowledge: { knows: [stick] } }',
      '  - { name: Cleo, knowledge: { base: expert, except: [torch] } }',
    ].join('\n')
    expect(parseTeamFile(text, 'a').agents.map((agent) => agent.knowledge)).toEqual([
      'novice',
      { knows: ['stick'] },
      { base: 'expert', except: ['torch'] },
    ])
  })

  it.each([
    ['an unknown key', `${oneAgent}sede: 1`, 'line 3: unknown key "sede". Did you mean "seed"?'],
    [
      'an unknown key inside',
      `${oneAgent}limits:\n  minuts: 4`,
      'line 4: unknown key "limits.minuts". Did you mean "minutes"?',
    ],
    ['a key like no other', `${oneAgent}xyzzyx: 1`, 'unknown key "xyzzyx". Known keys: name, world, server,'],
    [
      'a quoted number',
      `${oneAgent}limits: { minutes: "3" }`,
      'line 3: "limits.minutes" is "3": it must be a number; leave out the quotes.',
    ],
    ['a wrong type', 'agents: 3', 'line 1: "agents" is 3: it must be a list.'],
    ['a missing key', 'seed: 1', '"agents" is missing: it must be a list.'],
    ['a bad name', 'agents: [{ name: a b }]', '"agents[0].name" is "a b": An agent name has 3 to 16 letters'],
    [
      'a value that is not on offer',
      `${oneAgent}until: al`,
      'line 3: "until" is "al": it must be "all" or "any" or a list.',
    ],
    [
      'a misspelt choice of a union',
      'agents: [{ name: Ada, knowledge: expart }]',
      '"agents[0].knowledge" is "expart": it must be "expert" or "novice" or an object with keys.',
    ],
    [
      'a misspelt key in a union',
      'agents: [{ name: Ada, knowledge: { knws: [] } }]',
      'unknown key "agents[0].knowledge.knws". Did you mean "knows"?',
    ],
    [
      'a goal of no known form',
      `${oneAgent}goal: hav 1 stick`,
      'Cannot read the goal "hav 1 stick": Did you mean "have"?',
    ],
    [
      'a goal without a type',
      `${oneAgent}goal: { item: stick }`,
      '"goal.type" is missing: it must be "have" or',
    ],
    [
      'a count of nothing',
      `${oneAgent}goal: { type: have, item: stick, count: 0 }`,
      '"goal.count" is 0: it must be more than 0.',
    ],
    ['world and server', `${oneAgent}world: plains\nserver: { host: x }`, 'remove the other'],
    [
      'one name twice',
      'agents:\n  - name: Ada\n  - name: ada',
      'line 3: "agents[1].name" is "ada": another agent has that name.',
    ],
    [
      'a stranger to wait for',
      `${oneAgent}until: [Adda]`,
      '"until[0]" is "Adda", who is none of the agents. Did you mean "Ada"?',
    ],
    ['nobody', 'agents: []', '"agents" is []: it must have at least 1 in the list.'],
    ['broken YAML', 'agents: [', 'line 1: Flow sequence'],
    ['a list', '- 1', 'the file is [1]: it must be an object with keys.'],
  ])('refuses %s with the place and the fix', (_what, text, message) => {
    const parse = () => parseTeamFile(text, 'team.yaml')
    expect(parse).toThrow(InputError)
    expect(parse).toThrow('Cannot use the team file "team.yaml":')
    expect(parse).toThrow(message)
  })

  it('lists all that is wrong, from the top of the file to the bottom', () => {
    const text = 'until: al\nagents:\n  - name: a\nsede: 1\n'
    expect(() => parseTeamFile(text, 'x')).toThrow(/\n {2}line 1: .*\n {2}line 3: .*\n {2}line 4: /)
  })
})

describe('loadTeamFile()', () => {
  it('loads the team that ships with Kithcraft', () => {
    const team = loadTeamFile(defaultTeamPath())
    expect(team.agents.map(({ name, knowledge }) => [name, knowledge])).toEqual([
      ['Ada', 'expert'],
      ['Ben', 'novice'],
    ])
    expect(team.goal).toEqual({ type: 'have', item: 'stone_pickaxe', count: 1 })
    expect(team.world).toBe('plains')
  })

  it('takes a relative library and a relative world file from the folder of the team file', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'team.yaml')
    writeFileSync(path, `${oneAgent}library: runs/first\nworld: mine.yaml\n`)
    expect(loadTeamFile(path)).toMatchObject({
      library: join(folder, 'runs', 'first'),
      world: join(folder, 'mine.yaml'),
    })
  })

  it('refuses a folder', () => {
    expect(() => loadTeamFile('worlds')).toThrow(
      'Cannot read the team file "worlds": it is a folder. Name a YAML or JSON file',
    )
  })

  it('refuses a file that is not there', () => {
    expect(() => loadTeamFile('nowhere.yaml')).toThrow(
      'Cannot read the team file "nowhere.yaml": there is no such file.',
    )
  })
})

describe('teamJsonSchema()', () => {
  it('is what lies in team.schema.json', () => {
    const committed = readFileSync(new URL('../../../src/cli/team.schema.json', import.meta.url), 'utf8')
    expect(JSON.parse(committed)).toEqual(JSON.parse(teamJsonSchema()))
  })

  it('demands only the agents', () => {
    expect(JSON.parse(teamJsonSchema()).required).toEqual(['agents'])
  })
})
