import { foldPageState, initialPageState, type PageState } from '../web/page-state.ts'
import type { RunHandle } from './compose/run-handle.ts'

/** What `--json` prints: one line of JSON. */
export function jsonSummary(run: Pick<RunHandle, 'journal' | 'directory'>): string {
  const { goal, ended, agents } = fold(run)
  return JSON.stringify({
    directory: run.directory,
    goal,
    reached: ended?.reached ?? false,
    reason: ended?.reason ?? null,
    agents: agents.map(({ name, finished, skills, inventory }) => ({
      name,
      reached: finished?.reached ?? false,
      skills,
      inventory,
    })),
  })
}

/** The end of a run in words. */
export function textSummary(run: Pick<RunHandle, 'journal' | 'directory'>): string {
  const { goal, ended, agents } = fold(run)
  return [
    '',
    `${ended?.reached ? 'Goal reached' : 'Goal not reached'}: ${goal ?? 'none set'}. ${ended?.reason ?? ''}`.trimEnd(),
    ...agents.map((agent) => {
      const learned = agent.skills.map((skill) => skill.name).join(', ')
      return `  ${agent.name} learned ${learned || 'nothing'}.`
    }),
    `The run lies in ${run.directory}`,
    `Look at its skills: kithcraft skills list --from ${run.directory}`,
  ].join('\n')
}

function fold(run: Pick<RunHandle, 'journal'>): PageState {
  let state = initialPageState('Kithcraft')
  for (const entry of run.journal.entries()) state = foldPageState(state, entry)
  return state
}
