import { readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import { type Declaration, type ImportDeclaration, type Node, parse } from 'acorn'
import MagicString from 'magic-string'

/**
 * The facade as one script for vm2: its value is the function `openFacade`.
 *
 * The facade is written as ordinary typed modules in `facade/`. Each is read beside this file (`.ts` in the repository,
 * `.js` in the published package), freed of types, and made a function scope of its own that returns its exports; it
 * stands after the modules that it imports.
 */
export function bundleFacade(): string {
  const modules = new Map<string, BundledModule>()
  const entry = addModule(new URL(`./facade/open-facade${extension()}`, import.meta.url), modules)
  const scopes = [...modules.values()].map(({ scope }) => scope)
  return `(() => {'use strict'\n${vec3Source()}\n${scopes.join('\n')}\nreturn ${entry}.openFacade})()`
}

interface BundledModule {
  /** The variable that holds its exports. */
  readonly variable: string
  readonly scope: string
}

function extension(): string {
  return import.meta.url.endsWith('.ts') ? '.ts' : '.js'
}

/** Adds the module after those that it imports, and returns the variable of its exports. */
function addModule(url: URL, modules: Map<string, BundledModule>): string {
  const known = modules.get(url.href)
  if (known !== undefined) return known.variable
  const text = readFileSync(fileURLToPath(url), 'utf8')
  const code = url.href.endsWith('.ts') ? withoutWarning(() => stripTypeScriptTypes(text)) : text
  const edited = new MagicString(code)
  const exported: string[] = []
  for (const node of parse(code, { ecmaVersion: 'latest', sourceType: 'module' }).body) {
    if (node.type === 'ImportDeclaration') {
      edited.overwrite(node.start, node.end, importLine(node, url, modules))
    } else if (node.type === 'ExportNamedDeclaration' && node.declaration) {
      exported.push(...declaredNames(node.declaration))
      edited.remove(node.start, node.declaration.start)
    } else if (isForeignExport(node)) {
      throw new Error(
        `"${url.href}" cannot be bundled: it may only export declarations, under their own names.`,
      )
    }
  }
  const variable = `module${modules.size}`
  const scope = `const ${variable} = (() => {\n${edited.toString()}\nreturn {${exported.join(', ')}}})()`
  modules.set(url.href, { variable, scope })
  return variable
}

function importLine(node: ImportDeclaration, importer: URL, modules: Map<string, BundledModule>): string {
  const specifier = String(node.source.value)
  // vec3 stands in the bundle as its package's own source.
  if (specifier === 'vec3') return ''
  if (!specifier.startsWith('./')) {
    throw new Error(`"${importer.href}" cannot import "${specifier}": the facade has no modules but its own.`)
  }
  const variable = addModule(new URL(specifier, importer), modules)
  const names = node.specifiers.map(({ local }) => local.name)
  return names.length === 0 ? '' : `const {${names.join(', ')}} = ${variable};`
}

function declaredNames(declaration: Declaration): readonly string[] {
  if (declaration.type !== 'VariableDeclaration') return [declaration.id.name]
  return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
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
