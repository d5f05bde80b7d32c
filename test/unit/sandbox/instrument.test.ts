import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instrument } from '../../../src/sandbox/instrument.ts'

/** Runs woven code with a counter in place of fuel; gives what the skill function returns and what was counted. */
function runWoven(
  source: string,
  ...given: unknown[]
): { value: unknown; burned: number; caught: unknown[] } {
  let burned = 0
  const caught: unknown[] = []
  let skill: ((...given: unknown[]) => unknown) | undefined
  const link = (
    _name: string,
    factory: (burn: () => void, catching: (error: unknown) => void) => typeof skill,
  ) => {
    skill = factory(
      () => {
        burned += 1
      },
      (error) => caught.push(error),
    )
  }
  new Function('__kithLink', instrument('go', source).code)(link)
  const value = skill?.(...given)
  return { value, burned, caught }
}

describe('instrument()', () => {
  const counted: readonly (readonly [name: string, source: string, value: unknown, burned: number])[] = [
    ['a function', 'function go() { return 1 }', 1, 1],
    ['a while loop', 'function go() { let n = 0; while (n < 3) n++; return n }', 3, 4],
    ['a for loop', 'function go() { let s = 0; for (let n = 0; n < 3; n++) { s += n } return s }', 3, 4],
    ['a for loop without a body', 'function go() { let n = 0; for (; n < 3; n++); return n }', 3, 4],
    ['a do loop', 'function go() { let n = 0; do n++; while (n < 3)\nreturn n }', 3, 4],
    [
      'for in and for of',
      'function go() { let s = ""; for (const k in { a: 1 }) s += k; for (const v of "bc") { s += v } return s }',
      'abc',
      4,
    ],
    ['an arrow function', 'function go() { return [1, 2].map((x) => x * 2).join() }', '2,4', 3],
    ['an arrow function that gives an object', 'function go() { return (() => ({ a: 1 }))().a }', 1, 2],
    ['an arrow function that gives a sequence', 'function go() { return (() => (1, 2))() }', 2, 2],
    [
      'a getter, a method and a constructor',
      'function go() { class C { constructor() { this.x = 1 } get y() { return this.x } m() { return this.y } } return new C().m() }',
      1,
      4,
    ],
    ['a loop after else', 'function go() { if (false) ; else for (const x of [1]) return x }', 1, 2],
    [
      'nested loops on one line',
      'function go() { let n = 0; for (const a of [1, 2]) for (const b of [1, 2]) n += a * b; return n }',
      9,
      7,
    ],
    ['a directive', 'function go() { "use strict"; return this === undefined }', true, 1],
    ['a label', 'function go() { outer: for (;;) { for (;;) break outer } return 1 }', 1, 3],
  ]
  for (const [name, source, value, burned] of counted) {
    test(`counts ${name} and changes nothing else`, () => {
      expect(runWoven(source)).toMatchObject({ value, burned })
    })
  }

  test('shows every catch clause its error first', () => {
    const source = `function go() {
      const heard = []
      try { throw 1 } catch { heard.push('a') }
      try { throw 2 } catch (error) { heard.push(error) }
      try { throw { message: 'm' } } catch ({ message, more = () => 'x' }) { heard.push(message, more()) }
      return heard
    }`
    const { value, caught } = runWoven(source)
    expect(value).toEqual(['a', 2, 'm', 'x'])
    expect(caught).toEqual([1, 2, { message: 'm' }])
  })

  test('lets only the skill function out of the module', () => {
    const { value } = runWoven('const helper = () => 5\nfunction go() { return helper() } // last line')
    expect(value).toBe(5)
    expect((globalThis as Record<string, unknown>).helper).toBeUndefined()
  })

  test('keeps every token on its line', () => {
    const source = 'function go() {\n  for (;;)\n    stop()\n  const f = x =>\n    x\n}\n'
    const { code } = instrument('go', source)
    const woven = code.split('\n')
    for (const [index, line] of source.split('\n').entries()) {
      for (const word of line.match(/\w+/g) ?? []) expect(woven[index]).toContain(word)
    }
  })

  test('finds the place in the source for every place in the woven code', () => {
    const line = fc.constantFrom(
      'for (const x of y) mark()',
      'const f = (a) => mark(a)',
      'while (z) { mark() }',
      'mark()',
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const source = `async function go(bot) {\n${lines.map((text) => `{ ${text} }`).join('\n')}\n}`
        const { code, places } = instrument('go', source)
        for (const [index, woven] of code.split('\n').entries()) {
          const column = woven.indexOf('mark(')
          if (column < 0) continue
          const expected = (source.split('\n')[index] ?? '').indexOf('mark(')
          expect(places({ line: index + 1, column: column + 1 })).toEqual({
            line: index + 1,
            column: expected + 1,
          })
        }
      }),
    )
  })

  test('gives null for a place that is not in the code', () => {
    expect(instrument('go', 'function go() {}').places({ line: 99, column: 1 })).toBeNull()
  })

  test('refuses reserved names, also where they are escaped, and "with"', () => {
    for (const source of [
      'function go() { let __kithBurn }',
      'function go(__kithCaught) {}',
      'function go() { __kith\\u0042urn }',
      'function __kithLink() {}',
      'function go() { with (this) {} }',
    ]) {
      expect(() => instrument('go', source)).toThrow(SyntaxError)
    }
  })

  test('refuses source that does not stand by itself', () => {
    for (const source of ['}', 'function go() {', 'return 1', 'await null', 'import "fs"']) {
      expect(() => instrument('go', source)).toThrow(SyntaxError)
    }
  })
})
