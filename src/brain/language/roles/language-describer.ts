import type { Describer } from '../../../core/brain.ts'
import type { Task } from '../../../core/desire.ts'
import type { SkillDraft } from '../../../core/skill.ts'
import { always } from '../prompt/assemble-prompt.ts'
import { quote } from '../prompt/quote.ts'
import type { Reading } from '../reply/read-json.ts'
import { askModel } from './ask-model.ts'
import type { RolePlay } from './role-play.ts'

/** A comment of so many characters says enough. */
const ENOUGH = 20
const LONGEST = 500

/**
 * Files a skill under the comment that its author wrote, which costs nothing; a model is asked for a description only
 * where there is none to speak of.
 */
export class LanguageDescriber implements Describer {
  readonly #play: RolePlay

  constructor(play: RolePlay) {
    this.#play = play
  }

  async describe(draft: SkillDraft, task: Task): Promise<string> {
    const calls = draft.calls.length === 0 ? '' : ` Builds on ${draft.calls.join(', ')}.`
    return `${await this.#words(draft, task)}${calls}`
  }

  async #words(draft: SkillDraft, task: Task): Promise<string> {
    if (draft.description.length >= ENOUGH) return draft.description
    const answered = await askModel(this.#play, {
      slots: { task: always(quote(task.text, 200)), code: always(quote(draft.source, 3000)) },
      json: false,
      read: readDescription,
    })
    return answered.ok ? answered.value : `${draft.description} Written for the task "${task.text}".`
  }
}

function readDescription(reply: string): Reading<string> {
  const text = reply
    .replaceAll(/```[\s\S]*?```/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (text.length < ENOUGH) return { ok: false, reason: 'One or two sentences of plain text are wanted.' }
  return { ok: true, value: text.slice(0, LONGEST) }
}
