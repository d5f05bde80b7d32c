import { readCalls } from '../../brain/language/decorators/recorded-call.ts'
import { loadTokenizer } from '../../brain/language/model/count-tokens.ts'
import { PROVIDERS } from '../../brain/language/model/providers.ts'
import { type ReplyForm, replyFormSchema } from '../../brain/language/model/reply-form.ts'
import { createCassetteAnswers } from '../../brain/language/server/cassette-answers.ts'
import { cycledFaults, FAULTS, type FaultPlan, parseFaultPlan } from '../../brain/language/server/faults.ts'
import { createModelServer } from '../../brain/language/server/model-server.ts'
import { type Answerer, createPlannerAnswers } from '../../brain/language/server/planner-answers.ts'
import type { KnowledgeWithout } from '../../brain/language/server/prompt-view.ts'
import { createPlannerBrain } from '../../brain/planner/planner-brain.ts'
import { InputError } from '../../core/errors.ts'
import { suggestion } from '../../core/nearest-name.ts'
import { createRandom } from '../../core/random.ts'
import { createKnowledge } from '../../mind/create-knowledge.ts'
import { innateClaims } from '../../mind/innate-knowledge.ts'
import { listenOnLoopback } from '../../web/listen-on-loopback.ts'
import { isLocalRequest } from '../../web/local-request.ts'
import type { StartModelServer } from '../commands/model-server.ts'
import type { GameVersion } from '../team-schema.ts'

/** What the served model is called. */
const MODEL = 'planner'

/** Serves a scripted model on loopback. */
export const startModelServer: StartModelServer = async (flags, report) => {
  const server = createModelServer({
    model: MODEL,
    answer: answererOf(flags),
    faults: faultPlan(flags.faults ?? 'ok'),
    forms: formsFrom(flags.forms),
    count: await loadTokenizer(),
    accepts: isLocalRequest,
    report,
  })
  const port = await listenOnLoopback(server, flags.port, 'the scripted model')
  const url = `http://127.0.0.1:${port}/v1`
  return {
    url,
    model: url === PROVIDERS.scripted.url ? `scripted/${MODEL}` : `scripted/${MODEL} --brain-url ${url}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function answererOf({
  cassette,
  versionOfGame,
}: {
  readonly cassette?: string
  readonly versionOfGame: GameVersion
}): Answerer {
  if (cassette !== undefined) return createCassetteAnswers(readCalls(cassette))
  const planner = createPlannerBrain({ random: createRandom('scripted model') })
  return createPlannerAnswers({ planner, knowledge: knowledgeOf(versionOfGame) })
}

/** All that is true in the game, and the same without the recipes that an agent is seen not to know. */
function knowledgeOf(version: GameVersion): KnowledgeWithout {
  const claims = innateClaims(version)
  const everything = createKnowledge(claims, [])
  return (unknown) => {
    if (unknown.size === 0) return everything
    const known = claims.filter((claim) => claim.type !== 'recipe' || !unknown.has(claim.item))
    return createKnowledge(known, [])
  }
}

function formsFrom(text: string | undefined): readonly ReplyForm[] {
  const known: readonly string[] = replyFormSchema.options
  const words = (text ?? known.join()).split(',').map((word) => word.trim())
  const unknown = words.find((word) => !known.includes(word))
  if (unknown === undefined) return replyFormSchema.options.filter((form) => words.includes(form))
  throw new InputError(
    `Cannot use the forms "${text}": there is no form "${unknown}". ${suggestion(unknown, known, 'forms')}`,
  )
}

function faultPlan(text: string): FaultPlan {
  const plan = parseFaultPlan(text)
  if (!('unknown' in plan)) return cycledFaults(plan)
  throw new InputError(
    `Cannot use the faults "${text}": there is no fault "${plan.unknown}". ${suggestion(plan.unknown, ['ok', ...FAULTS], 'faults')}`,
  )
}
