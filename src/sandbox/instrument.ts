import { type AnyNode, type CatchClause, type Function as FunctionNode, parse, type Statement } from 'acorn'
import { full } from 'acorn-walk'
import MagicString from 'magic-string'
import { createPlaceMap, type PlaceMap } from './place-map.ts'

/** Code that counts its own fuel, ready for the sandbox, and the way back to the author's lines and columns. */
export interface InstrumentedModule {
  readonly name: string
  readonly code: string
  readonly places: PlaceMap
}

/** Prefix of the names that the woven code uses: source may not declare them. */
const RESERVED = '__kith'
/** A call of an asynchronous function takes that many times as long as a plain one. */
const ASYNC_FUEL = 10

/**
 * Weaves fuel into loops, functions and catch clauses, and wraps the module so that only its skill function leaves it.
 * Lines stay where they are. Throws a SyntaxError for source that does not parse, and for what could hide the woven
 * calls: `with`, and declarations of reserved names.
 */
export function instrument(name: string, source: string): InstrumentedModule {
  const program = parse(source, { ecmaVersion: 2022, sourceType: 'script' })
  const edited = new MagicString(source)
  full(program, (node) => weave(node as AnyNode, edited))
  edited.prepend(`__kithLink(${JSON.stringify(name)},(__kithBurn,__kithCaught)=>{`)
  edited.append(`\nreturn ${name}})`)
  return { name, code: edited.toString(), places: createPlaceMap(edited) }
}

function weave(node: AnyNode, edited: MagicString): void {
  switch (node.type) {
    case 'Identifier':
      if (node.name.startsWith(RESERVED)) throw new SyntaxError(`The name "${node.name}" is reserved.`)
      break
    case 'WithStatement':
      throw new SyntaxError('"with" is not allowed in skill code.')
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      weaveLoop(node.body, edited)
      break
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      weaveFunction(node, edited)
      break
    case 'CatchClause':
      weaveCatch(node, edited)
      break
    default:
      break
  }
}

function weaveLoop(body: Statement, edited: MagicString): void {
  if (body.type === 'BlockStatement') edited.appendRight(body.start + 1, '__kithBurn();')
  else edited.prependRight(body.start, '{__kithBurn();').appendLeft(body.end, '}')
}

function weaveFunction(node: FunctionNode, edited: MagicString): void {
  const burn = node.async ? `__kithBurn(${ASYNC_FUEL})` : '__kithBurn()'
  if (node.body.type !== 'BlockStatement') {
    edited.prependRight(node.body.start, `(${burn},`).appendLeft(node.body.end, ')')
    return
  }
  const directives = node.body.body.filter(
    (statement) => statement.type === 'ExpressionStatement' && statement.directive !== undefined,
  )
  edited.appendRight(
    directives.at(-1)?.end ?? node.body.start + 1,
    `${directives.length > 0 ? ';' : ''}${burn};`,
  )
}

/** First in every catch clause, so that no code can catch the end of its fuel. */
function weaveCatch({ param, body }: CatchClause, edited: MagicString): void {
  const start = body.start + 1
  if (!param) {
    edited.appendLeft(body.start, '(__kithError)')
    edited.appendRight(start, '__kithCaught(__kithError);')
  } else if (param.type === 'Identifier') {
    edited.appendRight(start, `__kithCaught(${param.name});`)
  } else {
    edited.appendLeft(param.start, '__kithError')
    edited.move(param.start, param.end, start)
    edited.prependRight(param.start, '__kithCaught(__kithError);let ').appendLeft(param.end, '=__kithError;')
  }
}
