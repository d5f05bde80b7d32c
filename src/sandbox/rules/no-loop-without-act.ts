import type { AnyNode, DoWhileStatement, Expression, ForStatement, WhileStatement } from 'acorn'
import { base, full, simple } from 'acorn-walk'
import type { Finding } from '../../core/program.ts'
import { findingAt, type Rule } from './rule.ts'

type Loop = WhileStatement | DoWhileStatement | ForStatement

const ENDLESS = 'This loop never ends. Give it a condition or a "break".'
const FROZEN =
  'This loop never ends: the world stands still while code computes, so its condition cannot change. ' +
  'Await an act in the loop, such as "await bot.waitForTicks(20)".'

/** Loops can end: they have an exit, or they await something while they look at the world. */
export const noLoopWithoutAct: Rule = ({ program }) => {
  const findings: Finding[] = []
  const look = (loop: Loop): void => {
    if (canLeave(loop)) return
    if (isAlwaysTrue(loop)) findings.push(findingAt(loop, 'no-loop-without-act', ENDLESS))
    else if (loop.test && watchesWorldOnly(loop.test, loop)) {
      findings.push(findingAt(loop, 'no-loop-without-act', FROZEN))
    }
  }
  simple(program, { WhileStatement: look, DoWhileStatement: look, ForStatement: look })
  return findings
}

function isAlwaysTrue(loop: Loop): boolean {
  if (!loop.test) return true
  return loop.test.type === 'Literal' && Boolean(loop.test.value)
}

/** Whether something in the loop, its own functions aside, awaits or leaves. */
function canLeave(loop: Loop): boolean {
  let leaves = false
  const leave = () => {
    leaves = true
  }
  const visitor = {
    AwaitExpression: leave,
    YieldExpression: leave,
    ReturnStatement: leave,
    ThrowStatement: leave,
    BreakStatement: leave,
  }
  simple(loop, visitor, { ...base, Function: () => {} })
  return leaves
}

/** Whether the condition reads the bot, and nothing in the loop can change what else it reads. */
function watchesWorldOnly(test: Expression, loop: Loop): boolean {
  const read = namesIn(test)
  if (!read.has('bot')) return false
  read.delete('bot')
  const changed = changedNames(loop)
  return changed !== null && [...read].every((name) => !changed.has(name))
}

function namesIn(node: AnyNode): Set<string> {
  const names = new Set<string>()
  simple(node, {
    Identifier: ({ name }) => {
      names.add(name)
    },
  })
  return names
}

/** Names that the loop assigns or calls methods of; null when it calls functions that could change anything. */
function changedNames(loop: Loop): Set<string> | null {
  const changed = new Set<string>()
  let opaque = false
  full(loop, (visited) => {
    const node = visited as AnyNode
    if (node.type === 'AssignmentExpression') addNames(node.left, changed)
    else if (node.type === 'UpdateExpression') addNames(node.argument, changed)
    else if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
      addNames(node.callee.object, changed)
    } else if (node.type === 'CallExpression') opaque = true
  })
  return opaque ? null : changed
}

function addNames(node: AnyNode, names: Set<string>): void {
  full(node, (visited) => {
    const inner = visited as AnyNode
    if (inner.type === 'Identifier') names.add(inner.name)
  })
}
