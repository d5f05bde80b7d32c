import { readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import { type ImportDeclaration, type Node, parse } from 'acorn'
import MagicString from 'magic-string'

/**
 * The facade as one script for vm2: its value is the function `openFacade`.
 *
 * The facade is written as ordinary typed modules in `facade/`. Each is read beside this file (`.ts` in the repository,
 * `.js` in the published package), freed of types, imports and exports, and set into one scope after the modules that
 * it imports.
 */
export function bundleFacade(): string {
  const modules = new Map<string, string>()
  addModule(new URL(`./facade/open-facade${extension()}`, import.meta.url), modules)
  return `(() => {'use strict'\n${vec3Source()}\n${[...modules.values()].join('\n')}\nreturn openFacade})()`
}

function extension(): string {
  return import.meta.url.endsWith('.ts') ? '.ts' : '.js'
}

function addModule(url: URL, modules: Map<string, string>): void {
  if (modules.has(url.href)) return
  const text = readFileSync(fileURLToPath(url), 'utf8')
  const code = url.href.endsWith('.ts') ? withoutWarning(() => stripTypeScriptTypes(text)) : text
  const edited = new MagicString(code)
  for (const node of parse(code, { ecmaVersion: 'latest', sourceType: 'module' }).body) {
    if (node.type === 'ImportDeclaration') {
      edited.remove(node.start, node.end)
      const target = importedModule(node, url)
      if (target !== null) addModule(target, modules)
    } else if (node.type === 'ExportNamedDeclaration' && node.declaration) {
      edited.remove(node.start, node.declaration.start)
    } else if (isForeignExport(node)) {
      throw new Error(
        `"${url.href}" cannot be bundled: it may only export declarations, under their own names.`,
      )
    }
  }
  modules.set(url.href, edited.toString())
}

/** Null for `vec3`, which stands in the bundle as its package's own source. */
function importedModule(node: ImportDeclaration, importer: URL): URL | null {
  const specifier = String(node.source.value)
  if (specifier === 'vec3') return null
  if (specifier.startsWith('./')) return new URL(specifier, importer)
  throw new Error(`"${importer.href}" cannot import "${specifier}": the facade has no modules but its own.`)
}

function isForeignExport(node: Node): boolean {
  return node.type.startsWith('Export')
}

function vec3Source(): string {
  const path = createRequire(import.meta.url).resolve('vec3')
  return `const {Vec3} = (() => {const module = {};\n${readFileSync(path, 'utf8')}\nreturn module.exports})()`
}

/** Runs the work without the notice that Node's type stripping is new. */
function withoutWarning<T>(work: () => T): T {
  const emitWarning = process.emitWarning
  process.emitWarning = () => {}
  try {
    return work()
  } finally {
    process.emitWarning = emitWarning
  }
}
