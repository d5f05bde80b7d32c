import { describe, expect, it } from 'vitest'
import { checkTeam } from '../../../src/cli/team-file.ts'
import { type CollabTask, collabTaskSchema } from '../../../src/study/minecollab/task-schema.ts'
import { collabTeam } from '../../../src/study/minecollab/task-team.ts'

const task = (changes: object = {}): CollabTask =>
  collabTaskSchema.parse({
    goal: 'Collaborate',
    conversation: 'Hello',
    agent_count: 2,
    initial_inventory: { '0': { stick: 2, crafting_table: 1 }, '1': { stick: 1 } },
    target: 'bow',
    number_of_target: 1,
    type: 'techtree',
    max_depth: 1,
    timeout: 300,
    blocked_actions: { '0': ['!getCraftingPlan'], '1': [] },
    missing_items: [],
    requires_crafting_table: true,
    ...changes,
  })

const knowledge = (changes: object) => {
  const { agents } = collabTeam(task(changes), 1).team
  return (agents as readonly { readonly knowledge: unknown }[]).map((agent) => agent.knowledge)
}

describe('collabTeam()', () => {
  it('makes a team file that is solved as the authors score it', () => {
    const { team } = collabTeam(task({ number_of_target: 3 }), 7)
    expect(checkTeam(team).issues).toBeNull()
    expect(team).toMatchObject({
      world: 'flat',
      seed: 7,
      goal: { type: 'have', item: 'bow', count: 3 },
      until: 'any',
      shared: true,
      limits: { minutes: 5 },
      agents: [
        { name: 'Ada', inventory: { stick: 2, crafting_table: 1 } },
        { name: 'Ben', inventory: { stick: 1 } },
      ],
    })
  })

  it('takes the recipe from those whose look-up is blocked, as long as somebody holds it', () => {
    expect(knowledge({})).toEqual([{ base: 'expert', except: ['bow'] }, 'expert'])
    expect(knowledge({ blocked_actions: { '0': [], '1': [] } })).toEqual(['expert', 'expert'])
    expect(knowledge({ blocked_actions: { '0': ['!getCraftingPlan'], '1': ['!getCraftingPlan'] } })).toEqual([
      'expert',
      'expert',
    ])
    expect(knowledge({ blocked_actions: ['!getCraftingPlan'] })).toEqual(['expert', 'expert'])
  })

  it('puts a table where nobody carries one, and goes where missing items can be found', () => {
    const bare = { initial_inventory: { '0': { stick: 2 }, '1': {} } }
    expect(collabTeam(task(bare), 1).team.world).toBe('workshop')
    expect(collabTeam(task({ ...bare, requires_crafting_table: false }), 1).team.world).toBe('flat')
    expect(collabTeam(task({ ...bare, missing_items: ['oak_log'] }), 1).team.world).toBe('plains')
  })

  it.each([1, 2, 3, 4, 5])('makes teams of %i', (count) => {
    const { team } = collabTeam(task({ agent_count: count, blocked_actions: {} }), 1)
    expect(team.agents).toHaveLength(count)
  })

  it('reads the inventory of a single agent without its number', () => {
    const single = task({ agent_count: 1, initial_inventory: { stick: 3 }, blocked_actions: [] })
    expect(collabTeam(single, 1).team.agents).toMatchObject([{ inventory: { stick: 3 } }])
    const pair = task({ initial_inventory: { stick: 3 }, blocked_actions: [] })
    const agents = collabTeam(pair, 1).team.agents as readonly { readonly inventory: unknown }[]
    expect(agents.map(({ inventory }) => inventory)).toEqual([{}, {}])
  })

  it('says which blocked actions it cannot honour', () => {
    const { ignored } = collabTeam(task({ blocked_actions: { '1': ['!digDown', '!getCraftingPlan'] } }), 1)
    expect(ignored).toEqual(['!digDown'])
  })
})
