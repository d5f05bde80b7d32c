import type { LanguageModel, ModelFailure, ModelRequest, ModelResult } from '../model/language-model.ts'
import type { ReplyForm } from '../model/reply-form.ts'
import { summedUp } from './sum-up.ts'

/** What broke so often in a form is not asked for in it any more. */
const MOST_STRIKES = 2

/** What has been found out about the forms that a model takes. Agents share it. */
export class KnownForms {
  readonly #forms: readonly ReplyForm[]
  readonly #strikes = new Map<ReplyForm, number>()

  /** @param forms the surest first */
  constructor(forms: readonly ReplyForm[]) {
    this.#forms = forms
  }

  /** Forms to ask in, in their order; at least one. A form that needs a shape is none for a request without. */
  for({ shape }: Pick<ModelRequest, 'shape'>): readonly ReplyForm[] {
    const fitting = this.#forms.filter((form) => shape || (form !== 'schema' && form !== 'tool'))
    const kept = fitting.filter((form) => (this.#strikes.get(form) ?? 0) < MOST_STRIKES)
    return kept.length > 0 ? kept : [fitting.at(-1) ?? 'text']
  }

  worked(form: ReplyForm): void {
    this.#strikes.delete(form)
  }

  broke(form: ReplyForm): void {
    this.#strikes.set(form, (this.#strikes.get(form) ?? 0) + 1)
  }

  refused(form: ReplyForm): void {
    this.#strikes.set(form, MOST_STRIKES)
  }
}

/**
 * The model, held to JSON in the surest form that it takes. A form that the provider refuses is given up for the next one
 * at once, and for good when that is taken; one in which replies come out broken is given up after two of them.
 */
export function withReplyForm(model: LanguageModel, known: KnownForms): LanguageModel {
  return {
    name: model.name,
    generate: async (request, signal) => {
      if (!request.json) return model.generate(request, signal)
      const refused: ReplyForm[] = []
      const earlier: ModelResult[] = []
      for (const form of known.for(request)) {
        const result = await model.generate({ ...request, form }, signal)
        if (result.ok) {
          known.worked(form)
          for (const each of refused) known.refused(each)
        } else if (isRefusal(result) && !signal.aborted) {
          refused.push(form)
          earlier.push(result)
          continue
        } else if (result.kind === 'malformed') known.broke(form)
        return summedUp(result, earlier)
      }
      return summedUp(earlier.at(-1) as ModelResult, earlier.slice(0, -1))
    },
  }
}

/** Some servers answer 404 or 500 to what they do not know, and name it. */
const NAMED = /\b(?:tools?|functions?|response_format|json_schema|schema|structured outputs?|grammar)\b/i

function isRefusal({ kind, message }: ModelFailure): boolean {
  if (kind === 'bad-request') return true
  return (kind === 'denied' || kind === 'server-error') && NAMED.test(message)
}
