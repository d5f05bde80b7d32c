import { type Program, parse } from 'acorn'
import type { Finding } from '../core/program.ts'

const MAX_CHARACTERS = 32_000

export type ParsedSkill =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly finding: Finding }

/** Parses skill code as a script of functions, with places. */
export function parseSkill(source: string): ParsedSkill {
  if (source.length > MAX_CHARACTERS) return { ok: false, finding: tooLarge(source.length) }
  try {
    return { ok: true, program: parse(source, { ecmaVersion: 2022, sourceType: 'script', locations: true }) }
  } catch (error) {
    return { ok: false, finding: syntaxFinding(error) }
  }
}

function tooLarge(length: number): Finding {
  const message = `The code has ${length} characters; at most ${MAX_CHARACTERS} are allowed. Split it into several skills.`
  return { rule: 'size-limit', message, line: 1, column: 1 }
}

function syntaxFinding(error: unknown): Finding {
  const { message, loc } = error as SyntaxError & { loc?: { line: number; column: number } }
  const reason = message.replace(/ \(\d+:\d+\)$/, '')
  const place = { line: loc?.line ?? 1, column: (loc?.column ?? 0) + 1 }
  if (/'import' and 'export'/.test(reason)) {
    const advice = 'Everything that skill code needs is in scope already: remove import and export.'
    return { rule: 'no-import', message: `Modules cannot be imported or exported. ${advice}`, ...place }
  }
  if (/await/.test(reason)) {
    const advice = 'Use "await" only inside an async function.'
    return { rule: 'syntax', message: `The code is not valid JavaScript: ${reason}. ${advice}`, ...place }
  }
  return {
    rule: 'syntax',
    message: `The code is not valid JavaScript: ${reason}. Correct this line.`,
    ...place,
  }
}
