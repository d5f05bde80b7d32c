import type { AnyNode, Expression, MemberExpression, PrivateIdentifier } from 'acorn'
import { simple } from 'acorn-walk'
import type { Finding } from '../../core/program.ts'
import { findingAt, type Rule } from './rule.ts'

const RULE = 'no-constructor-walk'
const FORBIDDEN = new Set([
  'constructor',
  '__proto__',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
])
const REFLECTION = new Set(['setPrototypeOf', 'getPrototypeOf', 'defineProperty', 'defineProperties'])

/** No way to other objects over constructors and prototypes, and no change of what all objects share. */
export const noConstructorWalk: Rule = ({ program }) => {
  const findings: Finding[] = []
  const report = (node: AnyNode, name: string) => {
    const message = `"${name}" is not available in skill code. Keep data in plain objects of your own.`
    findings.push(findingAt(node, RULE, message))
  }
  simple(program, {
    MemberExpression: (node) => {
      const name = memberName(node)
      if (name !== null && (FORBIDDEN.has(name) || isReflection(node, name))) report(node, name)
    },
    AssignmentExpression: (node) => {
      if (node.left.type === 'MemberExpression' && isPrototype(node.left)) report(node, 'prototype')
    },
    Property: (node) => {
      if (!node.computed && !node.shorthand && keyName(node.key) === '__proto__') report(node, '__proto__')
    },
  })
  return findings
}

function isReflection(node: MemberExpression, name: string): boolean {
  const isBuiltIn = node.object.type === 'Identifier' && /^(Object|Reflect)$/.test(node.object.name)
  return isBuiltIn && REFLECTION.has(name)
}

/** Whether the place that is written to is `X.prototype` or a member of it. */
function isPrototype(node: MemberExpression): boolean {
  if (memberName(node) === 'prototype') return true
  return node.object.type === 'MemberExpression' && isPrototype(node.object)
}

function memberName(node: MemberExpression): string | null {
  return node.computed ? constantText(node.property) : keyName(node.property)
}

function keyName(key: Expression | PrivateIdentifier): string | null {
  return key.type === 'Identifier' ? key.name : constantText(key)
}

/** The text that the expression always has, also when it is put together from pieces. */
function constantText(node: Expression | PrivateIdentifier): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? null
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return null
  const left = constantText(node.left)
  const right = constantText(node.right)
  return left === null || right === null ? null : left + right
}
