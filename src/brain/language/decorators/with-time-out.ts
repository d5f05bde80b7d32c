import { failure, type LanguageModel } from '../model/language-model.ts'
import type { ModelClock } from './model-clock.ts'

/** The model, which is given up on after so long without a whole reply. */
export function withTimeOut(model: LanguageModel, milliseconds: number, clock: ModelClock): LanguageModel {
  return {
    name: model.name,
    generate: async (request, signal) => {
      const giveUp = new AbortController()
      const whole = AbortSignal.any([signal, giveUp.signal])
      const done = new AbortController()
      const late = clock.sleep(milliseconds, done.signal).then(() => {
        if (done.signal.aborted) return null
        giveUp.abort()
        const text = `No whole reply within ${milliseconds / 1000} s.`
        return failure('timed-out', text, model.name)
      })
      const result = await Promise.race([model.generate(request, whole), late])
      done.abort()
      return result ?? failure('aborted', 'The run has ended.', model.name)
    },
  }
}
