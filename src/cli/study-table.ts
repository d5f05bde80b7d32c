import { measureTitles } from '../study/measures.ts'
import { formatNumber } from '../study/report/html.ts'
import type { StudyResults } from '../study/results.ts'
import type { Estimate } from '../study/statistics/interval.ts'

/** The results in words and columns: a table per measure, of conditions and tasks the fewer across. */
export function studyTable(results: StudyResults): string {
  return [results.study, ...results.measures.map((measure) => measureTable(results, measure))].join('\n\n')
}

function measureTable(results: StudyResults, measure: StudyResults['measures'][number]): string {
  const tasks = [...new Set(results.summaries.map(({ task }) => task))]
  const mean = (task: string, condition: string) =>
    results.summaries.find(
      (summary) => summary.task === task && summary.condition === condition && summary.measure === measure,
    )?.mean ?? null
  const { title, unit } = measureTitles[measure]
  const conditions = results.conditions.map(({ name }) => name)
  const head = `${title} (${unit})`
  if (tasks.length > conditions.length) {
    const rows = tasks.map((task) => [task, ...conditions.map((name) => estimate(mean(task, name)))])
    return columns([[head, ...conditions], ...rows])
  }
  const rows = conditions.map((name) => [name, ...tasks.map((task) => estimate(mean(task, name)))])
  return columns([[head, ...(tasks.length > 1 ? tasks : [''])], ...rows])
}

function estimate(mean: Estimate | null): string {
  if (mean === null) return '–'
  return `${formatNumber(mean.value)} [${formatNumber(mean.low)}, ${formatNumber(mean.high)}]`
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
