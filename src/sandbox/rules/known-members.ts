import type { AnyNode, MemberExpression } from 'acorn'
import { fullAncestor } from 'acorn-walk'
import type { Finding } from '../../core/program.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { findingAt, type Rule } from './rule.ts'
import { suggestion } from './suggestion.ts'

/** What is called on `bot` exists there. */
export const knownMembers: Rule = ({ program, vocabulary }) => {
  const findings: Finding[] = []
  fullAncestor(program, (node, _state, ancestors) => {
    const member = botMember(node as AnyNode)
    if (member === null) return
    const message = complaint(member, isCalled(node as AnyNode, ancestors as AnyNode[]), vocabulary)
    if (message !== null) findings.push(findingAt(node as AnyNode, 'known-members', message))
  })
  return findings
}

function complaint(member: string, called: boolean, vocabulary: Vocabulary): string | null {
  const advice = vocabulary.unavailable.get(member)
  if (advice !== undefined) return `"bot.${member}" is not available. ${advice}.`
  if (vocabulary.botMembers.has(member) || !called) return null
  const hint = suggestion(member, vocabulary.botMembers)
  return `"bot.${member}" does not exist. ${hint}Otherwise use a control primitive such as mineBlock(bot, name, count).`
}

function botMember(node: AnyNode): string | null {
  if (node.type !== 'MemberExpression' || node.computed) return null
  if (node.object.type !== 'Identifier' || node.object.name !== 'bot') return null
  return node.property.type === 'Identifier' ? node.property.name : null
}

/** Whether it is called itself, or something of it is. */
function isCalled(node: AnyNode, ancestors: readonly AnyNode[]): boolean {
  const outer = ancestors.toReversed().find((candidate) => candidate !== node)
  if (outer?.type === 'CallExpression') return outer.callee === node
  if (outer?.type !== 'MemberExpression' || (outer as MemberExpression).object !== node) return false
  return isCalled(outer, ancestors.slice(0, ancestors.indexOf(outer) + 1))
}
