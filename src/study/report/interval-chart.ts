import type { Estimate } from '../statistics/interval.ts'
import { scaleTo, seriesClass, svg, verticalGrid } from './axis.ts'
import { escapeHtml, formatNumber } from './html.ts'

export interface IntervalRow {
  readonly name: string
  readonly mean: Estimate | null
  /** How many runs it stands on. */
  readonly runs: number
}

const LABELS = 210
const WIDTH = 640
const ROW = 26
const TOP = 8

/** A dot for each mean, a line for its interval: one row per condition. */
export function intervalChart(title: string, rows: readonly IntervalRow[]): string {
  const bottom = TOP + rows.length * ROW
  const bounds = rows.flatMap(({ mean }) => (mean === null ? [] : [mean.low, mean.high]))
  const scale = scaleTo(bounds, LABELS, WIDTH - 70)
  const marks = rows.map((row, index) => rowMarks(row, index, scale.at)).join('')
  return svg(WIDTH, bottom + 24, title, verticalGrid(scale, TOP, bottom) + marks)
}

function rowMarks({ name, mean, runs }: IntervalRow, index: number, at: (value: number) => number): string {
  const y = TOP + (index + 0.5) * ROW
  const label = `<text x="${LABELS - 12}" y="${y}" dy="0.32em" text-anchor="end">${escapeHtml(name)}</text>`
  if (mean === null)
    return `${label}<text class="tick" x="${LABELS + 6}" y="${y}" dy="0.32em">no run has it</text>`
  const [x, low, high] = [mean.value, mean.low, mean.high].map((value) => at(value).toFixed(1))
  const tip = `${name}: ${formatNumber(mean.value)} (${formatNumber(mean.low)} to ${formatNumber(mean.high)}, ${runs} runs)`
  return `${label}<g class="${seriesClass(index)}"><title>${escapeHtml(tip)}</title><line class="whisker" x1="${low}" x2="${high}" y1="${y}" y2="${y}"/><circle cx="${x}" cy="${y}" r="5"/></g><text class="tick" x="${WIDTH - 62}" y="${y}" dy="0.32em">${formatNumber(mean.value)}</text>`
}
