import type { Kind } from '../kind.ts'
import { amountInWords } from '../kind.ts'
import type { Method } from '../method.ts'
import { chestLines } from './chest-lines.ts'
import { craftingBody } from './crafting-body.ts'
import { huntingBody } from './hunting-body.ts'
import { miningBody } from './mining-body.ts'
import { type Pen, quoted, quotedList } from './pen.ts'
import { smeltingBody } from './smelting-body.ts'
import { takingLines } from './taking-lines.ts'

/** The parts in which ways to get things differ. */
export interface Loop {
  /** Before the loop. */
  readonly setup: readonly string[]
  /** One round; may use `missing`, and sets `problem` when something did not work. */
  readonly round: readonly string[]
  readonly rounds: number
}

/**
 * The body of an async function of `(bot, count)` that makes the inventory hold `count` of one item of the kind, or
 * throws an Error that says what stood in the way.
 */
export function obtainBody(kind: Kind, pen: Pen): readonly string[] {
  const { setup, round, rounds } = loopFor(kind, pen)
  return [
    ...most(kind),
    ...setup,
    `let problem = 'no way was found'`,
    ...chestLines(kind, pen),
    ...takingLines(kind, pen),
    '',
    `for (let round = 0; round < ${rounds} && most() < count; round++) {`,
    ...round.map((line) => (line === '' ? '' : `  ${line}`)),
    '}',
    'if (most() < count) {',
    `  throw new Error(\`Got \${most()} of \${count} ${whatToCall(kind)}: \${problem}\`)`,
    '}',
  ]
}

function loopFor(kind: Kind, pen: Pen): Loop {
  const method = memberMethod(kind, pen)
  switch (method?.type) {
    case 'mine':
      return miningBody(kind, pen)
    case 'craft':
      return craftingBody(kind, method, pen)
    case 'smelt':
      return smeltingBody(method, pen)
    case 'hunt':
      return huntingBody(method, pen)
    case undefined:
      return { setup: [], rounds: 0, round: [] }
  }
}

function memberMethod(kind: Kind, { costs }: Pen): Method | null {
  const [first] = kind.items
  return first === undefined ? null : costs.method(first)
}

/** `most()` tells how many there are of the item of which there are most. */
function most({ items }: Kind): readonly string[] {
  const [only] = items
  if (items.length === 1 && only !== undefined) return [`const most = () => held(${quoted(only)})`]
  return [`const kinds = ${quotedList(items)}`, 'const most = () => Math.max(...kinds.map(held))']
}

function whatToCall(kind: Kind): string {
  return amountInWords(kind, 2).replace(/^2 /, '')
}
