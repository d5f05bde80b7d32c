import { describe, expect, test } from 'vitest'
import { createLanguageBrain } from '../../src/brain/language/language-brain.ts'
import { guessTokens } from '../../src/brain/language/model/count-tokens.ts'
import type { LanguageModel, ModelRequest } from '../../src/brain/language/model/language-model.ts'
import { createPlannerAnswers } from '../../src/brain/language/server/planner-answers.ts'
import { createPlannerBrain } from '../../src/brain/planner/planner-brain.ts'
import type { Brain } from '../../src/core/brain.ts'
import type { ModelRole } from '../../src/core/model-call.ts'
import { createRandom } from '../../src/core/random.ts'
import { createKnowledge } from '../../src/mind/create-knowledge.ts'
import { innateClaims } from '../../src/mind/innate-knowledge.ts'
import { nameChecks } from '../../src/mind/name-checks.ts'
import {
  exampleAttempt,
  exampleOutcome,
  examplePercept,
  exampleSkill,
  exampleTask,
  exampleView,
} from '../support/examples.ts'
import { QuickModelClock } from '../support/quick-model-clock.ts'
import { ATTACKS } from './injection-attacks.ts'

const knowledge = createKnowledge(innateClaims('1.21.4'), [])
const planner = createPlannerBrain({ random: createRandom(1) })
const answer = createPlannerAnswers({ planner, knowledge: () => knowledge })
const names = nameChecks('1.21.4')

/** A brain whose model is the planner behind our prompts, and all that it was asked. */
function listeningBrain(): { readonly brain: Brain; readonly asked: ModelRequest[] } {
  const asked: ModelRequest[] = []
  const model: LanguageModel = {
    name: 'listening',
    generate: async (request) => {
      asked.push(request)
      // The planner's plain words repeat what they are given, or look up the names in it: those stay the same here.
      const saysWords = request.role === 'converse' || request.role === 'answer'
      const text = saysWords ? 'It is about a stick.' : await answer(request.messages)
      const usage = { inputTokens: 1, outputTokens: 1, estimated: true }
      return { ok: true, text, usage, model: 'listening', cost: null, source: 'model' }
    },
  }
  const play = (role: ModelRole) => ({
    ...{ agent: 'Ada', role, model, promptTokens: 50_000, count: guessTokens },
    ...{ clock: new QuickModelClock(), note: () => {}, signal: new AbortController().signal },
  })
  return {
    brain: createLanguageBrain({ play, planner, plannerTakesOver: false, names, embedder: null, seed: '1' }),
    asked,
  }
}

/** Everything that a mind holds which others can write, filled with the text. */
async function livedWith(text: string) {
  const { brain, asked } = listeningBrain()
  const goal = { type: 'have', item: 'stick', count: 4 } as const
  const player = { id: 1, kind: 'player' as const, name: text, distance: 3, heldItem: null, activity: null }
  const blocks = [{ name: 'oak_log', count: 4, nearest: { x: 3, y: 64, z: 0 }, distance: 3 }]
  const percept = examplePercept({ blocks, entities: [{ ...player, position: { x: 1, y: 64, z: 1 } }] })
  const belief = {
    ...{ id: 'b1', kind: 'interaction' as const, sentence: text, claim: null, tick: 1, confidence: 1 },
    ...{ status: 'held' as const, evidence: [] },
    source: { type: 'told' as const, by: text, message: 'm0' },
  }
  const tasks = [exampleTask({ id: 't0', text, goal: null, status: 'given-up', reason: text })]
  const passage = { ...belief, id: 'b2', kind: 'task' as const }
  const view = exampleView({ percept, knowledge, tasks, beliefs: [belief, passage] })
  const episode = {
    ...{ id: 'e1', tick: 1, task: text, goal: null, success: false, attempts: [], conversations: [] },
    summary: text,
    place: null,
    circumstances: null,
    standsFor: 1,
  }
  const error = { message: text, module: null, line: 3, column: 1 }
  const failure = { ok: false, code: 'not-found', message: text } as const
  const trace = [{ type: 'act' as const, tick: 1, name: 'mineBlock', arguments: [text], result: failure }]
  const outcome = exampleOutcome({ status: 'threw', error, chat: [text], trace })
  const done = exampleOutcome({ chat: [text], trace })
  const attempt = exampleAttempt({ outcome, verdict: { success: false, critique: text, by: 'brain' } })
  const skill = exampleSkill({ description: text })
  const recollection = { skills: [skill], episodes: [episode], facts: [belief] }
  const message = {
    ...{ id: 'm1', conversation: 'm1', turn: 0, from: 'Ben', to: ['Ada'], reach: 'name' as const, text },
    ...{ claims: [], grounds: [], assumptions: [], replyTo: null, tick: 3 },
  }
  const task = exampleTask({ text, goal })
  const decided = {
    proposal: (await brain.proposer.propose(view, goal))?.goal,
    code: sourceOf(await brain.author.author(view, { task, recollection, attempts: [attempt] })),
    lessons: (await brain.reflector.reflect(view, episode, [attempt])).length,
    question: (await brain.converser.ask(view, 'Ben', task, [{ text, about: ['stick'] }])).about,
    reply: (await brain.converser.answer(view, { ...message, act: 'ask', about: ['stick'] }))?.claims,
    verdict: (await brain.judge.judge(view, { ...task, goal: null }, { ...attempt, outcome: done })).success,
    free: (await brain.proposer.propose(view, null))?.goal,
    inferred: (await brain.inferrer.infer(view, { ...message, act: 'tell', about: [] })).length,
  }
  return { asked, decided }
}

function sourceOf(authored: Awaited<ReturnType<Brain['author']['author']>>): string {
  return authored.type === 'skill' ? authored.draft.source : authored.type
}

/** The prompts with everything blanked that stands in quotes. */
function withoutQuotes(asked: readonly ModelRequest[]): readonly string[] {
  return asked.map(({ role, messages }) => {
    const texts = messages.map(
      (message) => `${message.role}: ${message.text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '"…"')}`,
    )
    return `${role}\n${texts.join('\n')}`
  })
}

describe('text of others', () => {
  test(`is quoted: ${ATTACKS.length} attacks change nothing of any prompt but what stands in quotes, and no decision`, async () => {
    expect(ATTACKS.length).toBeGreaterThanOrEqual(30)
    const harmless = await livedWith('the sky is blue today')
    expect(new Set(harmless.asked.map(({ role }) => role)).size).toBeGreaterThanOrEqual(7)
    for (const attack of ATTACKS) {
      const lived = await livedWith(attack)
      expect(withoutQuotes(lived.asked), attack.slice(0, 80)).toEqual(withoutQuotes(harmless.asked))
      expect(lived.decided, attack.slice(0, 80)).toEqual(harmless.decided)
    }
  })

  test('reaches no system prompt', async () => {
    const marked = await livedWith('XYZZY marks the spot')
    const system = marked.asked.map(({ messages }) => messages[0]?.text ?? '')
    expect(system.join('\n')).not.toContain('XYZZY')
    expect(JSON.stringify(marked.asked)).toContain('XYZZY')
  })
})
