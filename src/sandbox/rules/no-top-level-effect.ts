import type { AnyNode, Expression, Node } from 'acorn'
import { base, full } from 'acorn-walk'
import { findingAt, type Rule } from './rule.ts'

const MESSAGE =
  'Only functions and constants may stand at the top level: nothing runs before the skill is called. ' +
  'Move this into the function.'

/** Reading the source does nothing but define functions, classes and constants. */
export const noTopLevelEffect: Rule = ({ program }) =>
  program.body
    .filter((node) => !isDefinition(node))
    .map((node) => findingAt(node, 'no-top-level-effect', MESSAGE))

function isDefinition(node: AnyNode): boolean {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'EmptyStatement':
      return true
    case 'ExpressionStatement':
      return node.directive !== undefined
    case 'VariableDeclaration':
      return node.declarations.every(({ init }) => !init || isPure(init))
    default:
      return false
  }
}

const IMPURE = new Set([
  'AssignmentExpression',
  'AwaitExpression',
  'CallExpression',
  'ImportExpression',
  'TaggedTemplateExpression',
  'UpdateExpression',
])

/** Functions are pure to define, whatever they do when they are called; `new Vec3(…)` and the like are allowed. */
function isPure(expression: Expression): boolean {
  let pure = true
  const look = (node: Node) => {
    if (IMPURE.has(node.type)) pure = false
  }
  full(expression, look, { ...base, Function: () => {} })
  return pure
}
