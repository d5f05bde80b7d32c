import { findingAt, type Rule } from './rule.ts'
import { freeReferences } from './scope.ts'

const IN_SCOPE = 'Vec3, mcData, the Goal classes and the control primitives are in scope without it'
const NO_SYSTEM = 'Skill code reaches the game through "bot" and the control primitives, and nothing else'
const NO_CODE = 'Write the code as a function instead of a text'

/** Names that reach outside the sandbox, with what to do instead. */
export const FORBIDDEN_NAMES: ReadonlyMap<string, string> = new Map([
  ['require', IN_SCOPE],
  ['module', IN_SCOPE],
  ['exports', IN_SCOPE],
  ['mineflayer', IN_SCOPE],
  ['eval', NO_CODE],
  ['Function', NO_CODE],
  ['AsyncFunction', NO_CODE],
  ...[
    ...['process', 'globalThis', 'global', 'window', 'self', 'Deno', 'Bun', 'Buffer', 'WebAssembly', 'Proxy'],
    ...['fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'SharedArrayBuffer', 'Atomics', 'performance'],
    ...['WeakRef', 'FinalizationRegistry', 'Intl', 'Temporal', 'fs', 'child_process', 'os', 'path'],
  ].map((name) => [name, NO_SYSTEM] as const),
])

export const noForbiddenName: Rule = ({ program }) =>
  freeReferences(program).flatMap(({ node, name }) => {
    const advice = FORBIDDEN_NAMES.get(name)
    if (advice === undefined) return []
    return [findingAt(node, 'no-forbidden-name', `"${name}" is not available. ${advice}.`)]
  })
