import { type AnyNode, type FunctionDeclaration, type Pattern, type Program, parse } from 'acorn'
import { full } from 'acorn-walk'
import { errorMessage } from '../../../core/errors.ts'
import type { SkillDraft } from '../../../core/skill.ts'
import { fencedBlocks } from './fenced-blocks.ts'
import type { Reading } from './read-json.ts'

/** A function that a model wrote. */
export interface ReadSkill {
  readonly name: string
  readonly source: string
  /** What the comment before it says; empty without one. */
  readonly description: string
  readonly parameters: SkillDraft['parameters']
  /** Names of all functions that it calls and does not define itself. */
  readonly called: readonly string[]
}

/**
 * The skill in a reply: in its code blocks, the last `async function` whose first parameter is `bot` (Voyager's rule, with
 * parameters allowed). Functions beside it stay with it. Anything else at the top level is dropped.
 */
export function readSkill(reply: string): Reading<ReadSkill> {
  const blocks = fencedBlocks(reply).filter(({ language }) => isCode(language))
  const [cut] = blocks.filter(({ isClosed }) => !isClosed)
  const text = blocks.length > 0 ? blocks.map((block) => block.text).join('\n') : bareCode(reply)
  if (text === null) return { ok: false, reason: 'There is no code block (```js … ```) in the reply.' }
  const parsed = parseCode(text)
  if (!parsed.ok) {
    const hint = cut === undefined ? '' : ' The code block is not closed: write less.'
    return { ok: false, reason: `The code cannot be parsed: ${parsed.reason}${hint}` }
  }
  const functions = parsed.value.body.filter((node) => node.type === 'FunctionDeclaration')
  const main = functions.findLast((each) => each.async && firstParameter(each) === 'bot')
  if (main === undefined) {
    return { ok: false, reason: 'There is no "async function name(bot, …)" at the top level of the code.' }
  }
  return { ok: true, value: skillOf(main, functions, text) }
}

function skillOf(
  main: FunctionDeclaration,
  functions: readonly FunctionDeclaration[],
  text: string,
): ReadSkill {
  const source = functions.map((each) => text.slice(each.start, each.end)).join('\n\n')
  const own = new Set(functions.map((each) => each.id?.name))
  const called = new Set(functions.flatMap(calledNames).filter((name) => !own.has(name)))
  return {
    name: main.id?.name ?? 'skill',
    source,
    description: commentBefore(text.slice(0, main.start)),
    parameters: main.params.slice(1).flatMap(parameterOf),
    called: [...called].sort(),
  }
}

function isCode(language: string): boolean {
  return ['', 'js', 'javascript', 'ts', 'typescript', 'mjs', 'jsx', 'node'].includes(language)
}

/** Small models forget the fences. */
function bareCode(reply: string): string | null {
  const start = /^[ \t]*(?:\/\/.*\n|\/\*[\s\S]*?\*\/\s*)?[ \t]*async\s+function\s/m.exec(reply)
  return start === null ? null : reply.slice(start.index)
}

function parseCode(text: string): Reading<Program> {
  try {
    const program = parse(text, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      allowAwaitOutsideFunction: true,
    })
    return { ok: true, value: program }
  } catch (error) {
    return { ok: false, reason: `${errorMessage(error)}.` }
  }
}

function firstParameter({ params: [first] }: FunctionDeclaration): string | null {
  return first?.type === 'Identifier' ? first.name : null
}

/** A plain or defaulted parameter. What is taken apart in the head of the function stays at its default. */
function parameterOf(pattern: Pattern): SkillDraft['parameters'] {
  if (pattern.type === 'Identifier') return [parameter(pattern.name, null)]
  if (pattern.type !== 'AssignmentPattern' || pattern.left.type !== 'Identifier') return []
  const { right } = pattern
  const isPlain = right.type === 'Literal' && ['number', 'string', 'boolean'].includes(typeof right.value)
  return [parameter(pattern.left.name, isPlain ? (right.value as number | string | boolean) : null)]
}

function parameter(name: string, value: number | string | boolean | null): SkillDraft['parameters'][number] {
  const type = typeof value === 'number' || /count|amount/i.test(name) ? 'count' : 'text'
  return { name, type, description: name, default: value }
}

function calledNames(node: AnyNode): readonly string[] {
  const names: string[] = []
  full(node, (inner: AnyNode) => {
    if (inner.type === 'CallExpression' && inner.callee.type === 'Identifier') names.push(inner.callee.name)
  })
  return names
}

function commentBefore(text: string): string {
  const comment = /(?:\/\*\*?([\s\S]*?)\*\/|((?:^[ \t]*\/\/.*\n?)+))\s*$/m.exec(text)
  const lines = (comment?.[1] ?? comment?.[2] ?? '').split('\n')
  const words = lines
    .map((line) => line.replace(/^\s*(?:\/\/+|\*)\s?/, '').trim())
    .filter((line) => !line.startsWith('@'))
  return words.join(' ').trim().slice(0, 400)
}
