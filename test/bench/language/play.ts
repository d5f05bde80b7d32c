import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { replayEntries } from '../../../src/record/replay.ts'
import { modelsOf, scriptedBrainAt, scriptedModel, teamFile } from '../../support/scripted-model.ts'
import { simulateTeam } from '../../support/simulated-team.ts'

/*
 * Lets a language agent play from empty hands to a stone pickaxe with the seed of the command line, asking the scripted
 * model over HTTP, and writes what its tasks cost as JSON.
 */
const [seed = '1', world = 'plains'] = process.argv.slice(2)
const clock = installVirtualClock()
const model = await scriptedModel()
const team = teamFile({
  world,
  seed: Number(seed),
  goal: 'have 1 stone_pickaxe',
  limits: { minutes: 30 },
  agents: [{ name: 'Ada', brain: scriptedBrainAt(model.url) }],
})
const { result, entries } = await simulateTeam(team, clock, { models: await modelsOf(team, model) })
await model.close()
clock.uninstall()
const started = { type: 'run-started', run: 'bench', team: {}, goal: team.goal } as const
const first = { version: 1, sequence: 0, tick: 0, agent: null, event: started, wall: {} } as const
const models = replayEntries([first, ...entries])?.agents.get('Ada')?.models
process.stdout.write(
  JSON.stringify({
    reached: result.reached,
    calls: models?.calls ?? 0,
    tokensIn: models?.inputTokens ?? 0,
    tokensOut: models?.outputTokens ?? 0,
    tasks: models?.tasks ?? [],
  }),
)
