import type { Objective } from '../game/scoreboard.ts'
import { changeScore } from '../game/scoreboard-packets.ts'
import { objectiveOrTeamName, type ScoreHolders, scoreHolder } from './arguments/score-holder.ts'
import { choice, literal } from './arguments/words.ts'
import type { CommandCall } from './framework/argument.ts'
import { type Syntax, syntax } from './framework/syntax.ts'
import { objectiveNamed } from './objective-named.ts'

const objective = (name: string) =>
  objectiveOrTeamName('objective', ({ game }) => [...game.scoreboard.objectives.keys()], name)

const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
  '=': (_a, b) => b,
  '+=': (a, b) => a + b,
  '-=': (a, b) => a - b,
  '*=': (a, b) => a * b,
  '/=': (a, b) => (b === 0 ? a : Math.floor(a / b)),
  '%=': (a, b) => (b === 0 ? a : ((a % b) + b) % b),
  '<': Math.min,
  '>': Math.max,
  '><': (_a, b) => b,
}

const operation = choice('operation', Object.keys(operations), 'Invalid operation')

/** `scoreboard players operation`: reckons with two scores (Minecraft Wiki: Commands/scoreboard). */
export const operationSyntax: Syntax = syntax(
  [
    literal('players'),
    literal('operation'),
    scoreHolder('targets'),
    objective('targetObjective'),
    operation,
    scoreHolder('source'),
    objective('sourceObjective'),
  ],
  (call, [, , targets, target, sign, sources, source]) => {
    const own = { objective: objectiveNamed(call, target), holders: targets }
    return reckon(call, sign, own, { objective: objectiveNamed(call, source), holders: sources })
  },
)

interface Side {
  readonly objective: Objective
  readonly holders: ScoreHolders
}

function reckon(call: CommandCall, sign: string, targets: Side, sources: Side): string {
  const { game } = call
  const reckoned = operations[sign] ?? ((a: number) => a)
  const names = targets.holders(call)
  for (const name of names) {
    for (const source of sources.holders(call)) {
      const before = targets.objective.scores.get(name) ?? 0
      const other = sources.objective.scores.get(source) ?? 0
      changeScore(game, targets.objective, name, reckoned(before, other))
      if (sign === '><') changeScore(game, sources.objective, source, before)
    }
  }
  const title = `[${targets.objective.title}]`
  const [only = ''] = names
  if (names.length > 1) return `Updated ${title} for ${names.length} entities`
  return `Set ${title} for ${only} to ${targets.objective.scores.get(only)}`
}
