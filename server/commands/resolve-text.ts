import { readText, type Text } from '../protocol/text.ts'
import { readSelector } from './arguments/entities.ts'
import { select, targetName } from './arguments/selector.ts'
import type { CommandCall } from './framework/argument.ts'
import { CommandReader } from './framework/command-reader.ts'

/** Puts names for selectors and numbers for scores, as the server does for its clients. */
export function resolveText(call: CommandCall, text: Text): Text {
  return text.component === undefined ? text : readText(resolve(call, text.component))
}

function resolve(call: CommandCall, part: unknown): unknown {
  if (Array.isArray(part)) return part.map((item) => resolve(call, item))
  if (typeof part !== 'object' || part === null) return part
  const { selector, score, extra, with: inserted, ...rest } = part as Record<string, unknown>
  return {
    ...rest,
    ...(typeof selector === 'string' ? { text: namesOf(call, selector) } : {}),
    ...(isScore(score) ? { text: scoreOf(call, score) } : {}),
    ...(extra === undefined ? {} : { extra: resolve(call, extra) }),
    ...(inserted === undefined ? {} : { with: resolve(call, inserted) }),
  }
}

function namesOf(call: CommandCall, selector: string): string {
  return select(call, readSelector(new CommandReader(selector)))
    .map(targetName)
    .join(', ')
}

interface ScoreReference {
  readonly name: string
  readonly objective: string
}

function isScore(score: unknown): score is ScoreReference {
  const { name, objective } = (score ?? {}) as Partial<ScoreReference>
  return typeof name === 'string' && typeof objective === 'string'
}

function scoreOf(call: CommandCall, { name, objective }: ScoreReference): string {
  const holder = name.startsWith('@') ? namesOf(call, name) : name === '*' ? call.source.name : name
  return String(call.game.scoreboard.scoreOf(objective, holder) ?? '')
}
