import type { Message } from '../core/message.ts'
import { type RunReplay, replayDirectory } from '../record/replay.ts'
import { openRunDirectory } from '../record/run-directory.ts'
import { type AgentSummary, type LearnedSkill, type RunSummary, summarizeRun } from '../record/run-summary.ts'
import { describeGoal } from '../web/describe-goal.ts'
import { gameTime } from './live-view/event-line.ts'
import { cleanText } from './live-view/text-fit.ts'

/** What `--json` prints about the run in the directory: one line of JSON. */
export function jsonSummary(directory: string): string {
  return JSON.stringify(summarizeRun(replayDirectory(openRunDirectory(directory)), directory))
}

/** What came of the run in the directory, in words: what was learned, by whom, who asked whom, and where it lies. */
export function textSummary(directory: string): string {
  const replay = replayDirectory(openRunDirectory(directory))
  const summary = summarizeRun(replay, directory)
  const agents = Object.entries(summary.agents)
  return [
    '',
    headline(summary),
    ...agents.flatMap(([name, agent]) => ['', agentHeadline(summary, name, agent), ...agentLines(agent)]),
    ...conversationLines(replay),
    '',
    `The run lies in ${directory}`,
    `Its skills:        npx kithcraft skills list --from ${directory}`,
    `Run one again:     npx kithcraft skills run NAME --from ${directory}`,
    `Start from them:   npx kithcraft run --library ${directory}`,
    `Remember all:      npx kithcraft run --memory ${directory}`,
  ].join('\n')
}

function headline({ reached, goal, reason, ticks }: RunSummary): string {
  const why = reason === null ? '' : ` ${cleanText(reason)}`
  if (goal === null) return `Ended after ${gameTime(ticks)} of game time; no goal was set.${why}`
  const what = describeGoal(goal)
  return `${reached ? 'Goal reached' : 'Goal not reached'} after ${gameTime(ticks)} of game time: ${what}.${why}`
}

function agentHeadline({ goal }: RunSummary, name: string, { reached, deaths }: AgentSummary): string {
  const end = reached ? 'reached the goal' : goal === null ? 'had no goal to reach' : 'did not reach the goal'
  return `${name} ${end}${deaths > 0 ? ` and died ${times(deaths)}` : ''}.`
}

function agentLines(agent: AgentSummary): readonly string[] {
  const { attempts, codeWritten, beliefs } = agent
  const skills = agent.skillsLearned.map((skill) => {
    const calls = skill.depth > 1 ? `, builds on others ${skill.depth - 1} deep` : ''
    return `    ${skill.name} v${skill.version} (${skill.status}${trialNote(skill)}${calls}): ${firstSentence(skill.description)}`
  })
  return [
    `  Learned ${counted(agent.skillsLearned.length, 'skill')}${skills.length > 0 ? ':' : '.'}`,
    ...skills,
    ...(agent.skillsReused.length > 0 ? [`  Used again: ${agent.skillsReused.join(', ')}.`] : []),
    `  ${counted(attempts.total, 'attempt')}, ${attempts.succeeded} succeeded; wrote ${counted(codeWritten.lines, 'line')} of code.`,
    ...modelLines(agent),
    ...handoverLines(agent),
    `  Believes ${counted(beliefs.seen, 'thing')} it saw and ${beliefs.told} it was told; found ${beliefs.refuted} false.`,
  ]
}

function handoverLines({ handovers: { byHand, byChest } }: AgentSummary): readonly string[] {
  const ways = [
    ...(byHand > 0 ? [`${times(byHand)} in person`] : []),
    ...(byChest > 0 ? [`${times(byChest)} through a chest`] : []),
  ]
  return ways.length === 0 ? [] : [`  Gave things to others ${ways.join(' and ')}.`]
}

/** Why a skill is no more than provisional, as far as trials say. */
function trialNote({ status, trial }: LearnedSkill): string {
  if (status !== 'provisional' || trial === null || trial === 'held') return ''
  return trial === 'due' ? ', not tried elsewhere yet' : ', did not hold elsewhere'
}

/** `Asked language models 12 times: 9000 tokens in, 2000 out, $0.0123; 2 without use (rate-limited 2).` */
function modelLines({ models }: AgentSummary): readonly string[] {
  if (models === null) return []
  const { calls, inputTokens, outputTokens, cost, failures, lastFailure, tasks } = models
  const price = cost === null || cost === 0 ? '' : `, $${cost.toFixed(4)}`
  const failed = Object.entries(failures).map(([kind, count]) => `${kind} ${count}`)
  const useless = failed.length === 0 ? '' : `; without use: ${failed.join(', ')}`
  const each = tasks.inputTokens === null ? '' : ` A task took ${tasks.inputTokens} tokens in.`
  return [
    `  Asked language models ${times(calls)}: ${inputTokens} tokens in, ${outputTokens} out${price}${useless}.${each}`,
    ...(lastFailure === null ? [] : [`  What failed last: ${cleanText(lastFailure)}`]),
  ]
}

/** `Ben asked Ada twice, about wooden_pickaxe, cobblestone.` */
function conversationLines(replay: RunReplay): readonly string[] {
  const questions = [...replay.agents.values()].flatMap((agent) =>
    agent.sent.filter(({ act }) => act === 'ask'),
  )
  const byPair = Map.groupBy(questions, ({ from, to }) => `${from} asked ${to.join(' and ')}`)
  const lines = [...byPair].map(([pair, asked]) => `${pair} ${times(asked.length)}${topics(asked)}.`)
  return lines.length === 0 ? ['', 'Nobody asked anybody anything.'] : ['', ...lines]
}

function topics(messages: readonly Message[]): string {
  const about = [...new Set(messages.flatMap((message) => message.about))].map(cleanText)
  return about.length === 0 ? '' : `, about ${about.join(', ')}`
}

/** The rest of a description is for whoever looks the skill up. */
function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/.exec(cleanText(text))?.[0] ?? cleanText(text)
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function times(count: number): string {
  if (count === 1) return 'once'
  return count === 2 ? 'twice' : `${count} times`
}
