import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const replaced = new WeakSet<object>()

/**
 * Has a library find other exports when it requires a module: what `replace` makes of the original ones. Works for who
 * requires the module afterwards, and once per process however often it is called.
 */
export function replaceExports<Exports extends object>(
  name: string,
  replace: (original: Exports) => Exports,
): void {
  require(name)
  const module = require.cache[require.resolve(name)]
  if (module === undefined || replaced.has(module.exports)) return
  module.exports = replace(module.exports)
  replaced.add(module.exports)
}
