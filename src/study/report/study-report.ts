import { measureTitles } from '../measures.ts'
import {
  ALL_TASKS,
  type Comparison,
  type EpisodeResult,
  type StudyResults,
  type Summary,
} from '../results.ts'
import type { Estimate } from '../statistics/interval.ts'
import { type GrowthSeries, growthChart } from './growth-chart.ts'
import { escapeHtml, formatNumber, htmlTable } from './html.ts'
import { intervalChart } from './interval-chart.ts'

/**
 * The results as a page that needs nothing else: tables, plots with 95 % intervals, and the command for each episode.
 *
 * @param styles the style sheet's text
 */
export function studyReport(results: StudyResults, styles: string): string {
  const groups = [...new Set(results.summaries.map(({ task }) => task))]
  // Tasks summed up come first: they are the answer, single tasks its parts.
  const single = new Set(results.tasks.map(({ name }) => name))
  const rank = (group: string) => (group === ALL_TASKS ? 2 : single.has(group) ? 0 : 1)
  const ordered = groups.toSorted((a, b) => rank(b) - rank(a))
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(results.study)}</title>`,
    `<style>${styles}</style>`,
    `<h1>${escapeHtml(results.study)}</h1>`,
    paragraphs(results.description),
    `<p class="quiet">${escapeHtml(extent(results))} Dots are means, lines their 95 % intervals: Wilson's for shares, bootstrap for the rest; differences and ratios are paired by seed.</p>`,
    conditionList(results),
    ordered.length > 2 ? contents(ordered) : '',
    ...ordered.map((task) => taskSection(results, task, ordered.length > 1)),
    episodeSection(results.episodes),
    '</html>',
  ].join('\n')
}

function extent({ episodes, seeds, tasks, conditions, subjects }: StudyResults): string {
  const done = episodes.filter(({ measures }) => measures !== null).length
  const planned = seeds.length * tasks.length * conditions.length
  const runs = done === planned ? `${done} runs` : `${done} of ${planned} runs are done so far`
  const whose = subjects === null ? 'all agents' : subjects.join(' and ')
  return `${runs}: ${tasks.length > 1 ? `${tasks.length} tasks, ` : ''}${conditions.length} conditions, ${seeds.length} seeds. Success, attempts, items and milestones are those of ${whose}.`
}

function contents(groups: readonly string[]): string {
  const links = groups.map((group) => `<a href="#${anchor(group)}">${escapeHtml(group)}</a>`)
  return `<nav><p>${links.join(' · ')}</p></nav>`
}

function anchor(group: string): string {
  return `task-${escapeHtml(group).replaceAll(' ', '-')}`
}

function conditionList({ conditions }: StudyResults): string {
  const described = conditions.filter(({ description }) => description !== '')
  if (described.length === 0) return ''
  const items = described.map(
    ({ name, description }) => `<li><b>${escapeHtml(name)}</b>: ${escapeHtml(description)}</li>`,
  )
  return `<ul>${items.join('')}</ul>`
}

function taskSection(results: StudyResults, task: string, isTitled: boolean): string {
  const description = results.tasks.find(({ name }) => name === task)?.description ?? ''
  return [
    isTitled ? `<h2 id="${anchor(task)}">${escapeHtml(task)}</h2>` : '',
    paragraphs(description),
    `<div class="charts">${charts(results, task)}</div>`,
    '<h3>Means</h3>',
    meansTable(results, task),
    ...(results.comparisons.length === 0 ? [] : ['<h3>Compared</h3>', comparisonTable(results, task)]),
    task === ALL_TASKS || isSingle(results, task) ? failureTable(results, task) : '',
  ].join('\n')
}

function charts(results: StudyResults, task: string): string {
  const intervals = results.measures.map((measure) => {
    const { title, unit } = measureTitles[measure]
    const rows = results.summaries
      .filter((summary) => summary.task === task && summary.measure === measure)
      .map(({ condition, mean, runs }) => ({ name: condition, mean, runs }))
    return figure(title, unit, intervalChart(title, rows))
  })
  if (!isSingle(results, task)) return intervals.join('')
  const grown = (['milestones', 'items'] as const).map((what) => {
    const title = what === 'milestones' ? 'Milestones over time' : 'Unique items over time'
    return figure(title, 'mean of the runs', growthChart(title, growth(results, task, what)))
  })
  return [...intervals, ...grown].join('')
}

/** Whether it is a task by itself, and not several summed up. */
function isSingle({ tasks }: StudyResults, group: string): boolean {
  return tasks.some(({ name }) => name === group)
}

function figure(title: string, unit: string, picture: string): string {
  return `<figure><figcaption><b>${escapeHtml(title)}</b> <small>${escapeHtml(unit)}</small></figcaption>${picture}</figure>`
}

function growth(results: StudyResults, task: string, what: 'milestones' | 'items'): readonly GrowthSeries[] {
  return results.conditions.map(({ name }) => ({
    name,
    runs: results.episodes.flatMap(({ task: of, condition, measures }) =>
      of === task && condition === name && measures !== null
        ? [{ ticks: Object.values(measures[what]), length: measures.ticks }]
        : [],
    ),
  }))
}

function meansTable(results: StudyResults, task: string): string {
  const cell = (condition: string, measure: string) =>
    estimateCell(
      results.summaries.find(
        (summary) => summary.task === task && summary.condition === condition && summary.measure === measure,
      ),
    )
  const head = ['Condition', ...results.measures.map((measure) => escapeHtml(measureTitles[measure].title))]
  const rows = results.conditions.map(({ name }) => [
    escapeHtml(name),
    ...results.measures.map((measure) => cell(name, measure)),
  ])
  return `<div class="wide">${htmlTable(head, rows)}</div>`
}

function estimateCell(summary: Summary | undefined): string {
  return summary?.mean == null ? '–' : estimateText(summary.mean)
}

function estimateText({ value, low, high }: Estimate): string {
  return `${formatNumber(value)} <small class="quiet">${formatNumber(low)} … ${formatNumber(high)}</small>`
}

function comparisonTable(results: StudyResults, task: string): string {
  const shown = results.comparisons.filter(
    (comparison) => comparison.task === task && results.measures.includes(comparison.measure),
  )
  const row = ({ from, to, measure, pairs, difference, ratio }: Comparison) => [
    `${escapeHtml(to)} against ${escapeHtml(from)}`,
    escapeHtml(measureTitles[measure].title),
    difference === null ? '–' : estimateText(difference),
    ratio === null ? '–' : estimateText(ratio),
    String(pairs),
  ]
  return `<div class="wide">${htmlTable(['Conditions', 'Measure', 'Difference', 'Ratio', 'Pairs'], shown.map(row))}</div>`
}

function failureTable(results: StudyResults, task: string): string {
  const rows = results.conditions.map(({ name }) => {
    const counts: Record<string, number> = {}
    for (const { task: of, condition, measures } of results.episodes) {
      if (condition !== name || (isSingle(results, task) && of !== task)) continue
      for (const [kind, count] of Object.entries(measures?.failures ?? {}))
        counts[kind] = (counts[kind] ?? 0) + count
    }
    return { name, counts }
  })
  const kinds = [...new Set(rows.flatMap(({ counts }) => Object.keys(counts)))].sort()
  if (kinds.length === 0) return ''
  const cells = rows.map(({ name, counts }) => [
    escapeHtml(name),
    ...kinds.map((kind) => String(counts[kind] ?? 0)),
  ])
  return `<h3>Failed attempts by kind</h3><div class="wide">${htmlTable(['Condition', ...kinds.map(escapeHtml)], cells)}</div>`
}

function episodeSection(episodes: readonly EpisodeResult[]): string {
  const rows = episodes.map(({ id, measures, error, rerun }) => [
    escapeHtml(id),
    measures === null ? escapeHtml(error ?? 'failed') : measures.reached ? 'reached' : 'not reached',
    measures === null ? '' : escapeHtml(measures.reason ?? ''),
    `<code>${escapeHtml(rerun)}</code>`,
  ])
  const table = htmlTable(['Episode', 'Goal', 'How it ended', 'Run it again'], rows)
  return `<h2>Episodes</h2><details><summary>${episodes.length} runs, each with the command that repeats it</summary><div class="wide">${table}</div></details>`
}

function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${escapeHtml(part.trim())}</p>`)
    .join('\n')
}
