import type { AnyNode, CallExpression } from 'acorn'
import { ancestor } from 'acorn-walk'
import type { Finding } from '../../core/program.ts'
import { type CheckedSkill, findingAt, type Rule } from './rule.ts'
import { freeReferences } from './scope.ts'

const PROMISE_METHODS = new Set(['then', 'catch', 'finally'])

/** Promises of acts are awaited: an act that nobody waits for runs into the next one. */
export const awaitAct: Rule = (skill) => {
  const isAct = actTest(skill)
  const findings: Finding[] = []
  ancestor(skill.program, {
    CallExpression: (node, _state, ancestors) => {
      const name = isAct(node)
      if (name === null || !isLost(node, ancestors as AnyNode[])) return
      const message = `Nothing waits for "${name}", so it runs into what comes next. Write "await ${name}(...)".`
      findings.push(findingAt(node, 'await-act', message))
    },
  })
  return findings
}

/** Tells the name of the act that a call starts; null when it starts none. */
function actTest({ program, vocabulary, callable }: CheckedSkill): (call: CallExpression) => string | null {
  const free = new Set(freeReferences(program).map(({ node }) => node))
  const local = new Set(
    program.body.flatMap((node) => (node.type === 'FunctionDeclaration' && node.async ? [node.id.name] : [])),
  )
  return ({ callee }) => {
    if (callee.type === 'MemberExpression') {
      const path = memberPath(callee)
      return path !== null && vocabulary.botActs.has(path) ? path : null
    }
    if (callee.type !== 'Identifier') return null
    const isShared = free.has(callee) && (vocabulary.primitives.has(callee.name) || callable.has(callee.name))
    return isShared || local.has(callee.name) ? callee.name : null
  }
}

function memberPath(node: AnyNode): string | null {
  if (node.type === 'Identifier') return node.name
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return null
  const object = memberPath(node.object)
  return object === null ? null : `${object}.${node.property.name}`
}

/** Whether the value of the last of the ancestors, a promise, is dropped or used as if it were none. */
function isLost(node: AnyNode, ancestors: readonly AnyNode[]): boolean {
  const parent = ancestors.toReversed().find((candidate) => candidate !== node && candidate.end >= node.end)
  if (parent === undefined) return false
  const outer = ancestors.slice(0, ancestors.indexOf(parent) + 1)
  switch (parent.type) {
    case 'ExpressionStatement':
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'TemplateLiteral':
      return true
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      return parent.test === node || parent.type === 'ForStatement'
    case 'ConditionalExpression':
      return parent.test === node || isLost(parent, outer)
    case 'LogicalExpression':
      return parent.left === node || isLost(parent, outer)
    case 'SequenceExpression':
      return parent.expressions.at(-1) !== node || isLost(parent, outer)
    case 'ChainExpression':
      return isLost(parent, outer)
    case 'MemberExpression':
      return parent.object === node && isLostMember(parent, outer)
    default:
      return false
  }
}

/** `act().then(…)` is a promise again; any other member of a promise is a mistake. */
function isLostMember(
  member: Extract<AnyNode, { type: 'MemberExpression' }>,
  outer: readonly AnyNode[],
): boolean {
  const isPromise = member.property.type === 'Identifier' && PROMISE_METHODS.has(member.property.name)
  const call = outer.at(-2)
  return !isPromise || (call?.type === 'CallExpression' && isLost(call, outer.slice(0, -1)))
}
