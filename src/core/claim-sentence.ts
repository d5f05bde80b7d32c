import { assertNever } from './assert-never.ts'
import type { Claim, PromiseClaim } from './claim.ts'
import { formatPosition } from './position.ts'

/** A claim in plain English, as one sentence. */
export function claimSentence(claim: Claim): string {
  switch (claim.type) {
    case 'recipe':
      return `${counted(claim.ingredients)} ${claim.table ? 'at a crafting table ' : ''}make ${claim.makes} ${claim.item}.`
    case 'smelting':
      return `Smelting ${claim.from} gives ${claim.item}.`
    case 'fuel':
      return `One ${claim.item} as fuel smelts ${claim.smelts} items.`
    case 'drop':
      return claim.items.length === 0
        ? `Mining ${claim.block} gives nothing.`
        : `Mining ${claim.block} can give ${claim.items.map(orNothing).join(' or ')}.`
    case 'tool':
      return claim.tools.length === 0
        ? `A bare hand is enough to get something from ${claim.block}.`
        : `Getting something from ${claim.block} needs one of these in hand: ${claim.tools.join(', ')}.`
    case 'mob-drop':
      return `Killing a ${claim.mob} can give ${claim.items.join(' or ')}.`
    case 'depth':
      return claim.lowest === claim.highest
        ? `${claim.block} occurs at height ${claim.best}.`
        : `${claim.block} occurs at heights from ${claim.lowest} to ${claim.highest}, most often around ${claim.best}.`
    case 'place':
      return `There is ${claim.what} at ${formatPosition(claim.position)}.`
    case 'contains':
      return `The chest at ${formatPosition(claim.position)} holds ${claim.count === 0 ? 'no' : claim.count} ${claim.item}.`
    case 'holds':
      return `${claim.agent} has ${claim.count} ${claim.item}.`
    case 'doing':
      return `${claim.agent} works on "${claim.task}".`
    case 'knows':
      return `${claim.agent} ${claim.knows ? 'knows' : 'does not know'} about ${claim.topic}.`
    case 'needs':
      return `${claim.agent} needs ${claim.count} ${claim.item}.`
    case 'at':
      return `${claim.agent} is at ${formatPosition(claim.position)}.`
    case 'spares':
      return claim.count === 0
        ? `${claim.agent} gives no ${claim.item} away.`
        : `${claim.agent} can give ${claim.count} ${claim.item} away.`
    case 'promise':
      return promiseSentence(claim)
    case 'part':
      return `${claim.agent} ${PART_STATES[claim.state]} "${claim.part}" of the team's goal.`
    default:
      return assertNever(claim)
  }
}

/** What falls only sometimes is listed with air. */
function orNothing(item: string): string {
  return item === 'air' ? 'nothing' : item
}

function promiseSentence({ agent, to, item, count, place, by, state }: PromiseClaim): string {
  if (state === 'laid')
    return `${agent} has put ${count} ${item} for ${to} into the chest at ${formatPosition(place)}.`
  const where = by === 'chest' ? 'in the chest at' : 'at'
  return `${agent} ${PROMISE_STATES[state]} ${to} ${count} ${item} ${where} ${formatPosition(place)}.`
}

const PROMISE_STATES = { open: 'has promised', kept: 'has given', broken: 'has not given' } as const

const PART_STATES = {
  taken: 'does',
  helped: 'helps with',
  done: 'has done',
  released: 'leaves to others',
} as const

function counted(items: Readonly<Record<string, number>>): string {
  return Object.entries(items)
    .map(([item, count]) => `${count} ${item}`)
    .join(' and ')
}
