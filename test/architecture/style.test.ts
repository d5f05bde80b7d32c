import { type AnyNode, parse } from 'acorn'
import { full } from 'acorn-walk'
import { describe, expect, it } from 'vitest'
import { asJavaScript, codeOnly, type SourceFile, sourceFiles } from './source-files.ts'

const MOST_LINES_OF_FILE = 300
const MOST_LINES_OF_FUNCTION = 60
// Four for code of our own; the fifth is for signatures that Mineflayer and its plugins dictate.
const MOST_PARAMETERS = 5

const sources = [...sourceFiles('src'), ...sourceFiles('server')]
const all = [...sources, ...sourceFiles('test')]

/** Where real time and chance may enter. Everything else has a Clock and a Random given to it. */
const usesRealTime = new Set([
  // The composition root: names the run directory after the day and stamps entries under `wall`.
  'src/cli/compose/start-run.ts',
  // Makes up for late ticks. Looked up at each call, so that a virtual clock drives it.
  'server/game-server.ts',
  // Makes up for ticks that a busy machine delays.
  'server/tick-driver.ts',
])

describe('files', () => {
  it('have at most 300 lines', () => {
    expect(all.filter((file) => lineCount(file) > MOST_LINES_OF_FILE).map((file) => file.path)).toEqual([])
  })

  it('never use any', () => {
    expect(linesWith(all, /(?:[:<|&,(=]\s*|\bas\s+|\bextends\s+)any\b(?!\s*[:(])/)).toEqual([])
  })

  it('never suppress what the compiler or the linter says without a reason', () => {
    const suppression = /@ts-(ignore|nocheck|expect-error)|biome-ignore\s+\S+:\s*$/
    const found = all.flatMap((file) =>
      file.path.startsWith('test/architecture/') ? [] : matchingLines(file, file.text, suppression),
    )
    expect(found).toEqual([])
  })

  it('draw no numbers from Math.random and read no clock of the machine', () => {
    const files = sources.filter((file) => !usesRealTime.has(file.path))
    expect(linesWith(files, /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\s*\)/)).toEqual([])
  })

  it('name no path of a machine', () => {
    const path = /(?:^|[\s'"`(=])(?:\/home\/\w+|\/Users\/\w+|\/root\b|\/work\/\w+|[A-Z]:\\\\Users)/
    const files = all.filter((file) => !file.path.startsWith('test/architecture/'))
    expect(files.flatMap((file) => matchingLines(file, file.text, path))).toEqual([])
  })

  it('export by name and re-export nothing wholesale', () => {
    expect(linesWith(sources, /^\s*export\s+(default\b|\*)/)).toEqual([])
  })

  it('are not skipped or focused as tests', () => {
    const tests = all.filter((file) => file.path.endsWith('.test.ts'))
    expect(linesWith(tests, /\b(?:it|test|describe)\.(?:only|skip|todo)\b/)).toEqual([])
  })
})

describe('functions', () => {
  const functions = sources.flatMap((file) => functionsOf(file))

  it('are found', () => {
    expect(functions.length).toBeGreaterThan(sources.length)
  })

  it('have at most 60 lines', () => {
    const long = functions.filter(({ lines }) => lines > MOST_LINES_OF_FUNCTION)
    expect(long.map(({ place, lines }) => `${place}: ${lines} lines`)).toEqual([])
  })

  it('take at most 5 parameters', () => {
    const wide = functions.filter(({ parameters }) => parameters > MOST_PARAMETERS)
    expect(wide.map(({ place, parameters }) => `${place}: ${parameters} parameters`)).toEqual([])
  })
})

function lineCount(file: SourceFile): number {
  return file.text.trimEnd().split('\n').length
}

/** `path:line: text` of each line of code that matches; comments and strings do not count. */
function linesWith(files: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return files.flatMap((file) => matchingLines(file, codeOnly(file.text), pattern))
}

function matchingLines(file: SourceFile, text: string, pattern: RegExp): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1}: ${line.trim()}`] : []))
}

function functionsOf(file: SourceFile) {
  const tree = parse(asJavaScript(file), { ecmaVersion: 'latest', sourceType: 'module', locations: true })
  const found: { place: string; lines: number; parameters: number }[] = []
  full(tree, (node: AnyNode) => {
    const isFunction =
      node.type === 'FunctionDeclaration' ||
      node.type === 'FunctionExpression' ||
      node.type === 'ArrowFunctionExpression'
    if (!isFunction || !node.loc) return
    const { start, end } = node.loc
    found.push({
      place: `${file.path}:${start.line}`,
      lines: end.line - start.line + 1,
      parameters: node.params.length,
    })
  })
  return found
}
