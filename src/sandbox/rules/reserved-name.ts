import type { AnyNode, Identifier } from 'acorn'
import { full } from 'acorn-walk'
import type { Finding } from '../../core/program.ts'
import { findingAt, type Rule } from './rule.ts'

const RULE = 'reserved-name'

/** The skill is not named like something in scope, and uses no name of the sandbox's own. */
export const reservedName: Rule = ({ name, program, vocabulary }) => {
  const findings: Finding[] = []
  const seen = new Set<AnyNode>()
  if (vocabulary.primitives.has(name) || vocabulary.globals.has(name) || name === 'bot') {
    const advice = 'Choose a name that says what is special about it.'
    findings.push(
      findingAt(program, RULE, `A skill cannot be named "${name}": that name is taken. ${advice}`),
    )
  }
  full(program, (node) => {
    const identifier = node as Identifier
    if (identifier.type !== 'Identifier' || !isReserved(identifier.name) || seen.has(identifier)) return
    seen.add(identifier)
    findings.push(
      findingAt(identifier, RULE, `The name "${identifier.name}" is reserved. Choose another one.`),
    )
  })
  return findings
}

function isReserved(name: string): boolean {
  return name.startsWith('__kith') || name.startsWith('VM2_INTERNAL')
}
