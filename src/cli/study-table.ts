import { measureTitles } from '../study/measures.ts'
import { formatNumber } from '../study/report/html.ts'
import type { StudyResults } from '../study/results.ts'
import type { Estimate } from '../study/statistics/interval.ts'

/** The results in words and columns: a table per measure, conditions down, tasks across where there are several. */
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
  const head = [`${title} (${unit})`, ...(tasks.length > 1 ? tasks : [''])]
  const rows = results.conditions.map(({ name }) => [
    name,
    ...tasks.map((task) => estimate(mean(task, name))),
  ])
  return columns([head, ...rows])
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
