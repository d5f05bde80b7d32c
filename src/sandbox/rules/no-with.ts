import { simple } from 'acorn-walk'
import type { Finding } from '../../core/program.ts'
import { findingAt, type Rule } from './rule.ts'

export const noWith: Rule = ({ program }) => {
  const findings: Finding[] = []
  simple(program, {
    WithStatement: (node) => {
      findings.push(
        findingAt(node, 'no-with', '"with" is not allowed. Name the object in front of each member.'),
      )
    },
  })
  return findings
}
