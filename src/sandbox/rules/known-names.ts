import { FORBIDDEN_NAMES } from './no-forbidden-name.ts'
import { TIMERS } from './no-timer.ts'
import { findingAt, type Rule } from './rule.ts'
import { freeReferences } from './scope.ts'
import { suggestion } from './suggestion.ts'

/** Every name is declared in the code, a control primitive, a callable skill or part of the language. */
export const knownNames: Rule = ({ vocabulary, callable, program }) => {
  const known = new Set([...vocabulary.primitives, ...callable, ...vocabulary.globals])
  return freeReferences(program).flatMap(({ node, name }) => {
    const isOthersBusiness = FORBIDDEN_NAMES.has(name) || TIMERS.has(name) || name.startsWith('__kith')
    if (known.has(name) || isOthersBusiness) return []
    return [findingAt(node, 'known-names', unknownName(name, known, vocabulary.primitives))]
  })
}

function unknownName(name: string, known: ReadonlySet<string>, primitives: ReadonlySet<string>): string {
  if (name === 'bot') return 'There is no "bot" here: pass it to the function as its first argument.'
  const hint = suggestion(name, known)
  if (hint !== '') return `"${name}" is not defined. ${hint}Otherwise define it in the code.`
  return `"${name}" is not defined. Define it in the code, or use a control primitive: ${[...primitives].join(', ')}.`
}
