import type { AnyNode, FunctionDeclaration } from 'acorn'
import type { CheckedSkill, Rule } from './rule.ts'
import { findingAt } from './rule.ts'

const RULE = 'defines-entry'

/** The source defines `async function name(bot, …)`. */
export const definesEntry: Rule = ({ name, program }) => {
  const wanted = `async function ${name}(bot, ...)`
  const entry = program.body.find((node) => node.type === 'FunctionDeclaration' && node.id.name === name)
  if (entry?.type !== 'FunctionDeclaration') {
    return [
      findingAt(program, RULE, `The code must define "${wanted}" at its top level. ${whatThereIs(program)}`),
    ]
  }
  if (!entry.async || entry.generator) {
    return [findingAt(entry, RULE, `"${name}" must be an async function: write "${wanted}".`)]
  }
  return firstParameterIsBot(entry)
    ? []
    : [findingAt(entry, RULE, `The first parameter of "${name}" must be called "bot": write "${wanted}".`)]
}

function firstParameterIsBot(entry: FunctionDeclaration): boolean {
  const [first] = entry.params
  return first?.type === 'Identifier' && first.name === 'bot'
}

function whatThereIs(program: CheckedSkill['program']): string {
  const names = program.body.flatMap(declaredNames)
  return names.length === 0 ? 'It defines no function.' : `It defines ${names.join(', ')} instead.`
}

function declaredNames(node: AnyNode): string[] {
  if (node.type === 'FunctionDeclaration' && node.id) return [`function "${node.id.name}"`]
  if (node.type !== 'VariableDeclaration') return []
  return node.declarations.flatMap(({ id }) =>
    id.type === 'Identifier' ? [`${node.kind} "${id.name}"`] : [],
  )
}
