import { escapeHtml, formatNumber } from './html.ts'

/** A linear scale from values to pixels. */
export interface Scale {
  readonly at: (value: number) => number
  /** Round values to draw lines at. */
  readonly ticks: readonly number[]
}

/** A scale from 0 (or the least value below it) to at least the most. */
export function scaleTo(values: readonly number[], from: number, to: number): Scale {
  const least = Math.min(0, ...values)
  const most = Math.max(0, ...values)
  const step = niceStep((most - least || 1) / 4)
  const start = Math.floor(least / step)
  const end = Math.max(start + 1, Math.ceil(most / step - 1e-9))
  const ticks = Array.from({ length: end - start + 1 }, (_, index) =>
    Number(((start + index) * step).toPrecision(12)),
  )
  const [low = 0] = ticks
  const high = ticks.at(-1) ?? 1
  return { at: (value) => from + ((value - low) / (high - low)) * (to - from), ticks }
}

/** 1, 2 or 5 times a power of ten, at least as large. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5].find((each) => each * power >= rough * 0.999) ?? 10
  return factor * power
}

/** Lines down the plot with their values below. */
export function verticalGrid({ at, ticks }: Scale, top: number, bottom: number): string {
  return ticks
    .map((tick) => {
      const x = at(tick).toFixed(1)
      return `<line class="grid" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/><text class="tick" x="${x}" y="${bottom + 15}" text-anchor="middle">${formatNumber(tick)}</text>`
    })
    .join('')
}

/** Lines across the plot with their values at the left. */
export function horizontalGrid({ at, ticks }: Scale, left: number, right: number): string {
  return ticks
    .map((tick) => {
      const y = at(tick).toFixed(1)
      return `<line class="grid" x1="${left}" x2="${right}" y1="${y}" y2="${y}"/><text class="tick" x="${left - 6}" y="${y}" dy="0.32em" text-anchor="end">${formatNumber(tick)}</text>`
    })
    .join('')
}

/** A picture that names itself to screen readers. */
export function svg(width: number, height: number, title: string, content: string): string {
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-label="${escapeHtml(title)}">${content}</svg>`
}

/** Classes of the style sheet; more series than colours begin again with other dashes. */
export function seriesClass(index: number): string {
  return `s${index % 8}${index >= 8 ? ' dashed' : ''}`
}
