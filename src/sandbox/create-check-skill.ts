import type { CheckSkill, Finding } from '../core/program.ts'
import { parseSkill } from './parse-skill.ts'
import { awaitAct } from './rules/await-act.ts'
import { botFirst } from './rules/bot-first.ts'
import { definesEntry } from './rules/defines-entry.ts'
import { knownMembers } from './rules/known-members.ts'
import { knownNames } from './rules/known-names.ts'
import { noConstructorWalk } from './rules/no-constructor-walk.ts'
import { noForbiddenName } from './rules/no-forbidden-name.ts'
import { noImport } from './rules/no-import.ts'
import { noLoopWithoutAct } from './rules/no-loop-without-act.ts'
import { noTimer } from './rules/no-timer.ts'
import { noTopLevelEffect } from './rules/no-top-level-effect.ts'
import { noWith } from './rules/no-with.ts'
import { reservedName } from './rules/reserved-name.ts'
import type { Rule } from './rules/rule.ts'
import { createVocabulary } from './vocabulary.ts'

/** Every rule that source which parses must keep. */
const RULES: readonly Rule[] = [
  definesEntry,
  reservedName,
  noImport,
  noForbiddenName,
  noTimer,
  noConstructorWalk,
  noWith,
  noTopLevelEffect,
  knownNames,
  knownMembers,
  botFirst,
  awaitAct,
  noLoopWithoutAct,
]

/**
 * Creates the check of skill code. It tells authors early what would fail, with the fix; safety does not rest on it,
 * since the sandbox holds against any code.
 */
export function createCheckSkill(): CheckSkill {
  const vocabulary = createVocabulary()
  return (name, source, callable) => {
    const parsed = parseSkill(source)
    if (!parsed.ok) return [parsed.finding]
    const skill = { name, program: parsed.program, callable: new Set(callable), vocabulary }
    return RULES.flatMap((rule) => rule(skill)).sort(byPlace)
  }
}

function byPlace(a: Finding, b: Finding): number {
  return a.line - b.line || a.column - b.column
}
