import { expect, test } from 'vitest'
import { LanguageAuthor } from '../../../../src/brain/language/roles/language-author.ts'
import type { AuthorRequest, Recollection } from '../../../../src/core/brain.ts'
import type { Episode } from '../../../../src/core/episode.ts'
import { createKnowledge } from '../../../../src/mind/create-knowledge.ts'
import { innateClaims } from '../../../../src/mind/innate-knowledge.ts'
import {
  exampleAttempt,
  exampleDraft,
  exampleOutcome,
  exampleSkill,
  exampleTask,
  exampleView,
  libraryOf,
} from '../../../support/examples.ts'
import { playing, reply } from './fake-model.ts'

const knowledge = createKnowledge(innateClaims('1.21.4'), [])
const goal = { type: 'have', item: 'stick', count: 4 } as const
const task = exampleTask({ text: 'Obtain 4 sticks', goal })
const NOTHING: Recollection = { skills: [], episodes: [], facts: [] }

function code(name: string, body = 'await craftItem(bot, "stick", 1)') {
  return reply(`\`\`\`js\n// Makes sticks.\nasync function ${name}(bot) { ${body} }\n\`\`\``)
}

function authorWith(replies: Parameters<typeof playing>[1]) {
  const { play, asked } = playing('author', replies)
  const text = (index: number) => asked[index]?.messages[1]?.text ?? ''
  return { author: new LanguageAuthor(play, async () => '', null), asked, text }
}

function episode(fields: Partial<Episode>): Episode {
  return {
    ...{ id: 'e', tick: 1, task: 'Obtain 4 sticks', goal, success: false, circumstances: null },
    ...{ attempts: [], conversations: [], summary: 'It failed.', standsFor: 1 },
    ...fields,
  }
}

function remembered(
  skill: string,
  status: 'completed' | 'threw',
  critique: string,
): Episode['attempts'][number] {
  return {
    ...{ skill, source: '', status, critique, arguments: [], tick: 1 },
    ...{ dependsOn: [], failures: [], searched: [], obtained: [], ticks: null },
  }
}

test('each attempt is shown what came to mind for it: skills, and how similar tasks ended', async () => {
  const { author, text } = authorWith([code('makeSticks'), code('makeSticksAgain')])
  const view = exampleView({ knowledge })
  const first: AuthorRequest = { task, attempts: [], recollection: NOTHING }
  await author.author(view, first)
  expect(text(0)).not.toContain('Notes:')
  const planks = exampleSkill({ name: 'sawPlanks', description: 'Makes planks of logs.' })
  const recollection = {
    skills: [planks],
    facts: [],
    episodes: [
      episode({ attempts: [remembered('cutSticks', 'threw', 'No planks were left.')] }),
      episode({
        success: true,
        summary: 'It was done.',
        attempts: [remembered('sawPlanks', 'completed', '')],
      }),
    ],
  }
  const failure = exampleAttempt({
    draft: exampleDraft({ name: 'makeSticks', source: 'async function makeSticks(bot) {}' }),
    verdict: { success: false, critique: 'Still missing: 4 sticks.', by: 'goal' },
    outcome: exampleOutcome({
      status: 'threw',
      error: { message: 'No planks.', module: 'makeSticks', line: 7, column: 3 },
      chat: ['I need planks.'],
    }),
  })
  await author.author(view, { task, attempts: [failure], recollection })
  for (const shown of [
    'sawPlanks(bot, count = 1): "Makes planks of logs."',
    '"It failed." cutSticks threw: "No planks were left."',
    '"It was done." by sawPlanks',
    'Error in line 7 of makeSticks: "No planks."',
    'It said: "I need planks."',
    'Verdict: "Still missing: 4 sticks."',
    'async function makeSticks(bot) {}',
  ]) {
    expect(text(1)).toContain(shown)
  }
})

test('a library skill is taken without asking; when it has failed it is to be written anew under its name', async () => {
  const known = exampleSkill({
    ...{ name: 'obtainStick', status: 'verified', parameters: [], postcondition: goal },
    source: 'async function obtainStick(bot) { bot.chat("done") }',
  })
  const { author, asked, text } = authorWith([code('obtainStick')])
  const view = exampleView({ knowledge, skills: libraryOf(known) })
  const reused = await author.author(view, { task, attempts: [], recollection: NOTHING })
  expect(reused).toMatchObject({ type: 'skill', reused: { name: 'obtainStick', version: 1 } })
  expect(asked).toHaveLength(0)
  const failure = exampleAttempt({
    draft: exampleDraft({ name: 'obtainStick', source: known.source }),
    reused: { name: 'obtainStick', version: 1 },
    verdict: { success: false, critique: 'Still missing.', by: 'goal' },
  })
  const written = await author.author(view, { task, attempts: [failure], recollection: NOTHING })
  expect(text(0)).toContain('It is a skill of the library. Write it anew under its name to repair it.')
  expect(written).toMatchObject({ type: 'skill', reused: null, draft: { name: 'obtainStick' } })
})

test('what cannot be parsed, and code that failed before, is said back with the reason', async () => {
  const old = 'async function makeSticks(bot) { await craftItem(bot, "stick", 1) }'
  const { author, asked } = authorWith([
    reply('```js\nasync function makeSticks(bot) { await (\n```'),
    code('makeSticks'),
    code('makeSticks', 'await craftItem(bot, "stick", 2)'),
  ])
  const failure = exampleAttempt({
    draft: exampleDraft({ name: 'makeSticks', source: old }),
    verdict: { success: false, critique: 'Still missing.', by: 'goal' },
  })
  const request = { task, attempts: [failure], recollection: NOTHING }
  expect(await author.author(exampleView({ knowledge }), request)).toMatchObject({ type: 'skill' })
  expect(asked[1]?.messages.at(-1)?.text).toContain('That reply cannot be used: The code cannot be parsed')
  expect(asked[2]?.messages.at(-1)?.text).toContain(
    'It is the code of try 1, which failed. Write something else.',
  )
})
