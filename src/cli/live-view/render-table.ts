import type { AgentView } from '../../web/agent-view.ts'
import { gameTime } from './event-line.ts'
import type { LiveState } from './live-state.ts'
import type { Paint, Tone } from './style.ts'
import { cleanText, padTo, shorten, textWidth } from './text-fit.ts'

/** The table at the bottom of the terminal: one line per agent. Lines are never wider than `width`. */
export function renderTable(
  state: LiveState,
  size: { readonly width: number; readonly height: number },
  pageUrl: string | null,
  paint: Paint,
): readonly string[] {
  const columns = layOut(state.page.agents, size.width)
  const room = Math.max(1, size.height - 3)
  const shown = state.page.agents.slice(0, room)
  const hidden = state.page.agents.length - shown.length
  return [
    paint('strong', shorten(title(state, pageUrl), size.width)),
    paint(
      'faint',
      cells(columns, (column) => column.heading),
    ),
    ...shown.map((agent) =>
      paint(
        toneOf(agent),
        cells(columns, (column) => column.text(agent, state)),
      ),
    ),
    ...(hidden > 0 ? [paint('faint', shorten(`and ${hidden} more`, size.width))] : []),
  ]
}

interface Column {
  readonly heading: string
  /** In columns of the terminal. */
  readonly width: number
  readonly text: (agent: AgentView, state: LiveState) => string
}

interface ColumnPlan extends Omit<Column, 'width'> {
  /** Fixed width, or a share of what is left. */
  readonly width: number | { readonly share: number; readonly least: number }
  /** Left out first, in rising order, when the terminal is narrow. */
  readonly keep: number
}

function plans(agents: readonly AgentView[]): readonly ColumnPlan[] {
  const nameWidth = Math.max(5, ...agents.map((agent) => textWidth(agent.name)))
  return [
    { heading: 'agent', width: nameWidth, keep: 9, text: (agent) => agent.name },
    { heading: 'task', width: { share: 3, least: 14 }, keep: 8, text: taskOf },
    { heading: 'skill', width: { share: 3, least: 14 }, keep: 7, text: (agent) => agent.attempt?.call ?? '' },
    { heading: 'try', width: 6, keep: 4, text: attemptOf },
    { heading: 'last', width: { share: 3, least: 12 }, keep: 6, text: lastOf },
    { heading: 'skills', width: 6, keep: 5, text: (agent) => String(agent.skills.length) },
    { heading: 'health', width: 6, keep: 3, text: (agent) => String(agent.health ?? '') },
    { heading: 'inventory', width: { share: 3, least: 12 }, keep: 2, text: inventoryOf },
  ]
}

/** Gives every column a width; drops the least important ones until the rest fits. */
function layOut(agents: readonly AgentView[], width: number): readonly Column[] {
  let kept = plans(agents)
  while (kept.length > 1 && leastWidth(kept) > width) {
    const least = Math.min(...kept.map((plan) => plan.keep))
    kept = kept.filter((plan) => plan.keep !== least)
  }
  const spare = Math.max(0, width - leastWidth(kept))
  const shares = kept.reduce((sum, { width }) => sum + (typeof width === 'number' ? 0 : width.share), 0)
  return kept.map((plan) => {
    if (typeof plan.width === 'number') return { ...plan, width: Math.min(plan.width, width) }
    return { ...plan, width: plan.width.least + Math.floor((spare * plan.width.share) / shares) }
  })
}

function leastWidth(columns: readonly ColumnPlan[]): number {
  const widths = columns.map(({ width }) => (typeof width === 'number' ? width : width.least))
  return widths.reduce((sum, width) => sum + width + 2, -2)
}

function cells(columns: readonly Column[], text: (column: Column) => string): string {
  return columns
    .map((column) => padTo(cleanText(text(column)), column.width))
    .join('  ')
    .trimEnd()
}

function title({ page }: LiveState, pageUrl: string | null): string {
  const parts = [page.title, page.goal ?? 'own goals', gameTime(page.tick), pageUrl ?? '']
  return parts
    .filter((part) => part !== '')
    .map(cleanText)
    .join(' · ')
}

function taskOf({ finished, presence, task }: AgentView): string {
  if (finished !== null) return finished.reached ? 'goal reached' : finished.reason
  if (presence.state !== 'playing') return presence.state
  return task?.text ?? 'choosing a task'
}

function attemptOf(agent: AgentView, state: LiveState): string {
  const count = state.stepAttempts[agent.name] ?? 0
  return count === 0 ? '' : `${count} of ${state.attemptsPerStep ?? '?'}`
}

function lastOf({ attempt }: AgentView): string {
  if (attempt === null) return ''
  if (attempt.status === 'succeeded') return 'succeeded'
  return attempt.status === 'running' ? attempt.detail : `failed: ${attempt.detail}`
}

function inventoryOf({ inventory }: AgentView): string {
  return Object.entries(inventory)
    .map(([item, count]) => `${count} ${item}`)
    .join(', ')
}

function toneOf({ finished }: AgentView): Tone {
  if (finished === null) return 'plain'
  return finished.reached ? 'good' : 'bad'
}
