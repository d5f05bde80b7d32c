import { horizontalGrid, scaleTo, seriesClass, svg, verticalGrid } from './axis.ts'
import { escapeHtml } from './html.ts'

/** A condition's runs: for each, the ticks at which something new was reached, and its length. */
export interface GrowthSeries {
  readonly name: string
  readonly runs: readonly { readonly ticks: readonly number[]; readonly length: number }[]
}

const WIDTH = 640
const HEIGHT = 260
const LEFT = 44
const RIGHT = WIDTH - 12
const BOTTOM = HEIGHT - 40
const TOP = 10
const POINTS = 120
const MINUTE_TICKS = 1200

/** How the mean count of what was reached grows over game time: one curve per condition. */
export function growthChart(title: string, series: readonly GrowthSeries[]): string {
  const longest = Math.max(1, ...series.flatMap(({ runs }) => runs.map((run) => run.length)))
  const curves = series.map(({ runs }) => curve(runs, longest))
  const across = scaleTo([longest / MINUTE_TICKS], LEFT, RIGHT)
  const up = scaleTo(curves.flat(), BOTTOM, TOP)
  const lines = curves.map((values, index) => {
    const points = values.map((value, point) => {
      const x = across.at(((longest / MINUTE_TICKS) * point) / POINTS)
      return `${x.toFixed(1)},${up.at(value).toFixed(1)}`
    })
    const name = escapeHtml(series[index]?.name ?? '')
    return `<g class="${seriesClass(index)}"><title>${name}</title><polyline class="curve" points="${points.join(' ')}"/></g>`
  })
  const axisTitle = `<text class="tick" x="${(LEFT + RIGHT) / 2}" y="${HEIGHT - 6}" text-anchor="middle">minutes of game time</text>`
  const grid = verticalGrid(across, TOP, BOTTOM) + horizontalGrid(up, LEFT, RIGHT)
  return svg(WIDTH, HEIGHT, title, grid + lines.join('') + axisTitle) + legend(series)
}

/** A run that ended early keeps what it had. */
function curve(runs: GrowthSeries['runs'], longest: number): readonly number[] {
  return Array.from({ length: POINTS + 1 }, (_, point) => {
    const tick = (longest * point) / POINTS
    const counts = runs.map(({ ticks }) => ticks.filter((reached) => reached <= tick).length)
    return counts.reduce((sum, count) => sum + count, 0) / Math.max(1, runs.length)
  })
}

function legend(series: readonly GrowthSeries[]): string {
  const entries = series.map(
    ({ name }, index) =>
      `<span class="${seriesClass(index)}"><svg width="22" height="10"><line class="curve" x1="1" x2="21" y1="5" y2="5"/></svg> ${escapeHtml(name)}</span>`,
  )
  return `<p class="legend">${entries.join(' ')}</p>`
}
