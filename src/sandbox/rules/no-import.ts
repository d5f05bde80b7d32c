import { simple } from 'acorn-walk'
import type { Finding } from '../../core/program.ts'
import { findingAt, type Rule } from './rule.ts'

/** No `import(…)`. Import and export statements do not parse at all. */
export const noImport: Rule = ({ program }) => {
  const findings: Finding[] = []
  simple(program, {
    ImportExpression: (node) => {
      const message =
        'Modules cannot be imported. Everything that skill code needs is in scope already: remove import().'
      findings.push(findingAt(node, 'no-import', message))
    },
  })
  return findings
}
