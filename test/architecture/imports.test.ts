import { describe, expect, it } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files.ts'

/** What a module may import from besides its own folder. Anything that is not listed here fails. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  mind: ['core'],
  learn: ['core'],
  body: ['core'],
  sandbox: ['core'],
  brain: ['core'],
  memory: ['core'],
  channel: ['core'],
  record: ['core'],
  study: ['core'],
  agent: ['mind', 'learn', 'core'],
  web: ['record', 'core'],
  server: ['core'],
  cli: [
    'agent',
    'body',
    'brain',
    'channel',
    'core',
    'learn',
    'memory',
    'mind',
    'record',
    'sandbox',
    'server',
    'study',
    'web',
  ],
}

/** Packages that only the parts named may import. */
const reserved: readonly { readonly name: RegExp; readonly only: readonly string[] }[] = [
  { name: /^mineflayer/, only: ['body'] },
  { name: /^vm2$/, only: ['sandbox'] },
  { name: /^node:sqlite$/, only: ['memory', 'record'] },
  { name: /^commander$/, only: ['cli'] },
  { name: /^(express|socket\.io)$/, only: ['web'] },
]

const files = [...sourceFiles('src'), ...sourceFiles('server')]

/** `body` for `src/body/…`, `server` for `server/…`. */
function partOf(path: string): string {
  const [top = '', second = ''] = path.split('/')
  return top === 'src' ? second : top
}

describe('imports', () => {
  it('are found', () => {
    const commandLine = files.find((file) => file.path === 'src/cli/command-line.ts')
    expect(commandLine?.imports).toContain('src/core/package-root.ts')
    expect(commandLine?.packages).toContain('commander')
    const main = files.find((file) => file.path === 'src/cli/command-process.ts')
    expect(main?.imports).toContain('src/cli/compose/start-run.ts')
  })

  it('follow the arrows of the design', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .map((target) => ({ from: partOf(file.path), to: partOf(target), target }))
        .filter(({ from, to }) => from !== to && !(allowed[from] ?? []).includes(to))
        .map(({ target }) => `${file.path} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('of reserved packages happen only in the part that wraps them', () => {
    const wrong = files.flatMap((file) =>
      file.packages
        .filter((name) =>
          reserved.some((rule) => rule.name.test(name) && !rule.only.includes(partOf(file.path))),
        )
        .map((name) => `${file.path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it('of values form no cycles', () => {
    expect(findCycles(files)).toEqual([])
  })

  it('that form a cycle are found', () => {
    const file = (path: string, ...imports: string[]): SourceFile => ({
      path,
      imports,
      valueImports: imports,
      text: '',
      packages: [],
    })
    const ring = [file('a', 'b'), file('b', 'c'), file('c', 'a'), file('d', 'a')]
    expect(findCycles(ring)).toEqual(['a -> b -> c -> a'])
  })
})

/** Each cycle once, as a path that ends where it starts. */
function findCycles(modules: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) {
      cycles.push([...trail.slice(start), path].join(' -> '))
      return
    }
    if (done.has(path)) return
    for (const target of byPath.get(path)?.valueImports ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const module of modules) visit(module.path, [])
  return cycles
}
