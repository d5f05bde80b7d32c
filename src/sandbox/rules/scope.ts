import type { AnyNode, Identifier, Pattern, Program } from 'acorn'
import { ancestor, simple } from 'acorn-walk'

/** A use of a name that the code itself does not declare. */
export interface FreeReference {
  readonly node: Identifier
  readonly name: string
}

/** All uses of names that nothing in the code declares, in no particular order. */
export function freeReferences(program: Program): FreeReference[] {
  const declared = new Map<AnyNode, ReadonlySet<string>>()
  const found: FreeReference[] = []
  const look = (node: Identifier, ancestors: readonly AnyNode[]): void => {
    const isDeclared = ancestors.some((scope) => {
      const names = declared.get(scope) ?? declaredIn(scope)
      declared.set(scope, names)
      return names.has(node.name)
    })
    if (!isDeclared) found.push({ node, name: node.name })
  }
  ancestor(program, {
    Identifier: (node, _state, ancestors) => look(node, ancestors as AnyNode[]),
    // acorn-walk gives assigned and declared names under a type of its own.
    ...{ VariablePattern: (node: Identifier, _: unknown, ancestors: AnyNode[]) => look(node, ancestors) },
  })
  return found
}

/** The names that the node opens a scope for. */
function declaredIn(node: AnyNode): ReadonlySet<string> {
  switch (node.type) {
    case 'Program':
      return new Set([...lexicalNames(node.body), ...hoistedNames(node)])
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression': {
      const own =
        node.type === 'ArrowFunctionExpression' ? [] : ['arguments', ...(node.id ? [node.id.name] : [])]
      return new Set([...own, ...node.params.flatMap(patternNames), ...hoistedNames(node.body)])
    }
    case 'BlockStatement':
    case 'StaticBlock':
      return new Set(lexicalNames(node.body))
    case 'SwitchStatement':
      return new Set(node.cases.flatMap(({ consequent }) => lexicalNames(consequent)))
    case 'ForStatement':
      return new Set(node.init ? lexicalNames([node.init]) : [])
    case 'ForInStatement':
    case 'ForOfStatement':
      return new Set(lexicalNames([node.left]))
    case 'CatchClause':
      return new Set(node.param ? patternNames(node.param) : [])
    case 'ClassExpression':
      return new Set(node.id ? [node.id.name] : [])
    default:
      return NO_NAMES
  }
}

const NO_NAMES: ReadonlySet<string> = new Set()

function lexicalNames(nodes: readonly AnyNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'VariableDeclaration') return node.declarations.flatMap(({ id }) => patternNames(id))
    if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration')
      return node.id ? [node.id.name] : []
    return []
  })
}

/** Names of `var`, which belong to the whole function. */
function hoistedNames(body: AnyNode): string[] {
  const names: string[] = []
  simple(body, {
    VariableDeclaration: (node) => {
      if (node.kind === 'var') names.push(...node.declarations.flatMap(({ id }) => patternNames(id)))
    },
  })
  return names
}

export function patternNames(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        patternNames(property.type === 'RestElement' ? property.argument : property.value),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? patternNames(element) : []))
    case 'RestElement':
      return patternNames(pattern.argument)
    case 'AssignmentPattern':
      return patternNames(pattern.left)
    default:
      return []
  }
}
