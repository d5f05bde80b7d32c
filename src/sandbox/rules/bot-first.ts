import { simple } from 'acorn-walk'
import type { Finding } from '../../core/program.ts'
import { findingAt, type Rule } from './rule.ts'
import { freeReferences } from './scope.ts'

/** Primitives and skills get the bot as their first argument. */
export const botFirst: Rule = ({ program, vocabulary, callable }) => {
  const free = new Set(freeReferences(program).map(({ node }) => node))
  const findings: Finding[] = []
  simple(program, {
    CallExpression: (node) => {
      if (node.callee.type !== 'Identifier' || !free.has(node.callee)) return
      const { name } = node.callee
      if (!vocabulary.primitives.has(name) && !callable.has(name)) return
      const [first] = node.arguments
      if (first !== undefined && first.type !== 'Literal' && first.type !== 'TemplateLiteral') return
      findings.push(findingAt(node, 'bot-first', `"${name}" needs the bot first: write "${name}(bot, ...)".`))
    },
  })
  return findings
}
