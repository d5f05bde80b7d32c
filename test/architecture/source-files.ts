import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules, stripTypeScriptTypes } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { packageRoot } from '../../src/core/package-root.ts'

/** A module of ours, read once. */
export interface SourceFile {
  /** From the project root, with forward slashes. */
  readonly path: string
  readonly text: string
  /** Paths of our own modules that it imports, for their values or their types. */
  readonly imports: readonly string[]
  /** Those of them that remain when the types are gone: a cycle of types does no harm. */
  readonly valueImports: readonly string[]
  /** Packages that it imports, without subpaths; Node's own modules as `node:…`. */
  readonly packages: readonly string[]
}

const root = packageRoot()

/** All modules below the folder. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readSource(join(entry.parentPath, entry.name)))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The text without comments and without the contents of strings and templates, line for line. */
export function codeOnly(text: string): string {
  const tokens = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g
  return text.replace(tokens, (token) => `''${token.replace(/[^\n]/g, '')}`)
}

/** The text as JavaScript, every line where it was. */
export function asJavaScript(file: SourceFile): string {
  return stripTypeScriptTypes(file.text)
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8')
  const specifiers = specifiersIn(text)
  const modulesIn = (found: readonly string[]) =>
    found
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => fromRoot(join(dirname(path), specifier)))
  const others = specifiers.filter((specifier) => !specifier.startsWith('.'))
  return {
    path: fromRoot(path),
    text,
    imports: modulesIn(specifiers),
    valueImports: modulesIn(specifiersIn(stripTypeScriptTypes(text))),
    packages: others.map(packageOf),
  }
}

/** Static, dynamic and type imports, and re-exports. */
function specifiersIn(text: string): readonly string[] {
  const pattern = /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*|\brequire\(\s*)'([^']+)'/g
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  return [...withoutComments.matchAll(pattern)].map((match) => match[1] ?? '')
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return specifier
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

function fromRoot(path: string): string {
  return relative(root, path).split(sep).join('/')
}
