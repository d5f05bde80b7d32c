import type { MindView } from '../../core/brain.ts'
import { believedStock } from '../../mind/believed-stock.ts'
import { areAlike, type Board, combineParts, type Part, unitsOf } from '../../mind/team-parts.ts'
import type { Worker } from '../step.ts'
import type { StepDraft } from '../step-draft.ts'
import { ownClaim } from './part-claims.ts'

/** Who knows no way to do a part waits so long for others to take it, in ticks. */
const MODESTY_TICKS = 100
/** A teammate with nothing to do is better placed when the parts cost it at most that share of what they cost oneself. */
const BETTER_PLACED = 0.75

type Chooser = Pick<Worker, 'mind'>
type Glance = Pick<StepDraft, 'percept' | 'view'>

/** Parts of one kind that are free, as one agent sees them. */
interface Offer {
  readonly parts: readonly Part[]
  /** What all of them together would cost the agent; infinite where it knows no way. */
  readonly price: number
  /** How many others are at parts of the kind. */
  readonly workers: number
  /** Whether somebody who has nothing to do yet would get there with less. */
  readonly suitsOthers: boolean
}

/**
 * The free parts to take next, all of one kind; none when there are none that the agent would take now. It takes what
 * costs most of what nobody is at, since two at the same spot are in each other's way, and leaves to idle teammates what
 * these are better placed for. It takes half its fair share of all that is left: large pieces at first, small ones at the
 * end, so that all are done at about the same time (guided self-scheduling, Polychronopoulos and Kuck 1987).
 */
export async function chooseParts(worker: Chooser, draft: Glance, board: Board): Promise<readonly Part[]> {
  const now = draft.percept.tick
  const open = board.free.filter((part) => {
    const claim = ownClaim(draft, part)
    return claim?.state !== 'released' || claim.until <= now
  })
  const offers: Offer[] = []
  for (const parts of groupAlike(open)) offers.push(await offerOf(worker, draft.view(), board, parts))
  const known = offers.filter(({ price }) => Number.isFinite(price))
  if (known.length === 0) return now < MODESTY_TICKS ? [] : (offers[0]?.parts.slice(0, 1) ?? [])
  const [best] = [...known].sort(byMerit)
  if (best === undefined) return []
  const left = known.reduce((sum, { price }) => sum + price, 0)
  const share = left / (worker.mind.teammates.length + 1) / 2
  const most = Math.round((best.parts.length * share) / Math.max(best.price, 1))
  return best.parts.slice(0, Math.max(1, most))
}

/** A single thing that somebody is at is left to it for so many ticks. */
const TRUST_TICKS = 1200

/**
 * The part of somebody else to help with when none is free: one that is not helped with yet, of who has most before it,
 * and the one that will be begun last. Null when there is none that the agent knows a way to do.
 */
export async function chooseHelp(worker: Chooser, draft: Glance, board: Board): Promise<Part | null> {
  const now = draft.percept.tick
  const begun = board.underWay.find((part) => ownClaim(draft, part)?.state === 'helped')
  if (begun !== undefined) return begun
  const load = (by: string) => board.underWay.filter((part) => part.by === by).length
  const ranked = board.underWay
    .filter((part) => unitsOf(part.goal) > 1 || load(part.by) > 1 || part.since + TRUST_TICKS < now)
    .filter((part) => (ownClaim(draft, part)?.until ?? 0) <= now)
    .toReversed()
    .sort((a, b) => a.helpers - b.helpers || load(b.by) - load(a.by) || unitsOf(b.goal) - unitsOf(a.goal))
  for (const part of ranked) {
    if (Number.isFinite(await priceFor(worker, draft.view(), [part]))) return part
  }
  return null
}

function groupAlike(parts: readonly Part[]): readonly (readonly Part[])[] {
  const groups: Part[][] = []
  for (const part of parts) {
    const group = groups.find(([first]) => first !== undefined && areAlike(first.goal, part.goal))
    if (group === undefined) groups.push([part])
    else group.push(part)
  }
  return groups
}

async function offerOf(
  worker: Chooser,
  view: MindView,
  board: Board,
  parts: readonly Part[],
): Promise<Offer> {
  // What is had already serves the parts that are done.
  const price = await priceFor(worker, view, [...board.mine, ...parts])
  const alike = board.underWay.filter(({ goal }) => parts.some((part) => areAlike(part.goal, goal)))
  const suitsOthers = await suitsIdle(worker, view, { board, parts, price })
  return { parts, price, workers: new Set(alike.map(({ by }) => by)).size, suitsOthers }
}

/** Best first. Where others are at it already, what takes least to begin with for what is left to each. */
function byMerit(a: Offer, b: Offer): number {
  if (a.suitsOthers !== b.suitsOthers) return a.suitsOthers ? 1 : -1
  if ((a.workers === 0) !== (b.workers === 0)) return a.workers - b.workers
  return a.workers === 0 ? b.price - a.price : yieldOf(b) - yieldOf(a)
}

function yieldOf({ parts, price, workers }: Offer): number {
  const units = parts.reduce((sum, { goal }) => sum + unitsOf(goal), 0)
  return (units / (workers + 1)) * (units / Math.max(price, 1))
}

interface Candidate {
  readonly board: Board
  readonly parts: readonly Part[]
  readonly price: number
}

/** Whether a teammate that is at nothing is believed to have what makes the parts cheaper for it. */
async function suitsIdle(
  worker: Chooser,
  view: MindView,
  { board, parts, price }: Candidate,
): Promise<boolean> {
  for (const partner of view.teammates) {
    if (board.underWay.some(({ by }) => by === partner)) continue
    const inventory = believedStock(view.beliefs, partner)
    if (Object.keys(inventory).length === 0) continue
    const side = { ...view, percept: { ...view.percept, inventory } }
    if ((await priceFor(worker, side, parts)) <= price * BETTER_PLACED) return true
  }
  return false
}

async function priceFor({ mind }: Chooser, view: MindView, parts: readonly Part[]): Promise<number> {
  const price = await mind.brain.proposer.price?.(view, combineParts(parts))
  return price ?? parts.reduce((sum, { goal }) => sum + unitsOf(goal), 0)
}
