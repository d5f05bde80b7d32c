import { promisify } from 'node:util'
import * as fakeTimers from '@sinonjs/fake-timers'
import { afterEach, describe, expect, it } from 'vitest'
import { VirtualTimers } from '../../../src/body/virtual-timers.ts'
import { createRandom, type Random } from '../../../src/core/random.ts'

const START = Date.UTC(2026, 0, 1)
const realClearTimeout = clearTimeout

describe('VirtualTimers', () => {
  let timers: VirtualTimers | null = null
  const install = (beforeCallback = () => {}) => {
    timers = new VirtualTimers(START, beforeCallback)
    return timers
  }
  afterEach(() => timers?.uninstall())

  it.each([1, 2, 3, 4, 5])('calls what is due in the order of @sinonjs/fake-timers (script %i)', (seed) => {
    const virtual = install()
    const mine = playScript(createRandom(seed), (ms) => virtual.advance(ms))
    virtual.uninstall()
    const reference = fakeTimers.install({
      now: START,
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    })
    const theirs = playScript(createRandom(seed), (ms) => reference.tick(ms))
    reference.uninstall()
    expect(mine.length).toBeGreaterThan(300)
    expect(mine).toEqual(theirs)
  })

  it('clears by the number of a timer, and leaves timers of the wall clock to their own time', () => {
    const native = setTimeout(() => {}, 60_000)
    const virtual = install()
    const seen: string[] = []
    clearTimeout(Number(setTimeout(() => seen.push('cleared'), 5)))
    clearInterval(setInterval(() => seen.push('cleared'), 5))
    clearTimeout(undefined)
    clearTimeout(native)
    setTimeout((word) => seen.push(String(word)), 5, 'kept')
    virtual.advance(10)
    expect(seen).toEqual(['kept'])
    expect('_destroyed' in native && native._destroyed).toBe(true)
  })

  it('clears a timer of an earlier time without touching its own', () => {
    const earlier = install()
    const seen: string[] = []
    const old = setTimeout(() => seen.push('old'), 5)
    earlier.uninstall()
    const virtual = install()
    setTimeout(() => seen.push('first'), 5)
    setTimeout(() => seen.push('second'), 6)
    clearTimeout(old)
    earlier.advance(10)
    virtual.advance(10)
    expect(seen).toEqual(['first', 'second'])
  })

  it('begins a timer anew, and says whether it would keep the process alive', () => {
    const virtual = install()
    const seen: number[] = []
    const timer = setTimeout(() => seen.push(Date.now() - START), 10)
    virtual.advance(8)
    timer.refresh()
    virtual.advance(8)
    expect(seen).toEqual([])
    virtual.advance(8)
    expect(seen).toEqual([18])
    expect([timer.hasRef(), timer.unref().hasRef(), timer.ref().hasRef()]).toEqual([true, false, true])
  })

  it('calls all that is due although one of them throws, then throws that', () => {
    const calls: string[] = []
    const virtual = install(() => calls.push('before'))
    setTimeout(() => {
      throw new Error('first')
    }, 5)
    setTimeout(() => calls.push('second'), 5)
    expect(() => virtual.advance(5)).toThrow('first')
    expect(calls).toEqual(['before', 'before', 'second'])
    expect(virtual.now).toBe(START + 5)
  })

  it('settles what waits by util.promisify(setTimeout)', async () => {
    const virtual = install()
    const waiting = promisify(setTimeout)(1000, 'over')
    virtual.advance(1000)
    expect(await waiting).toBe('over')
  })

  it('refuses to call what is no function', () => {
    install()
    expect(() => setTimeout('alert()' as never, 1)).toThrow('A timer cannot call alert()')
  })

  it('gives dates that are Dates, and everything back in the end', () => {
    const before = new Date()
    const virtual = install()
    virtual.advance(1500)
    const now = new Date()
    expect(now.getTime()).toBe(START + 1500)
    expect([now instanceof Date, before instanceof Date]).toEqual([true, true])
    expect(now.constructor).toBe(Date)
    expect(new Date(2020, 1, 2, 3).getHours()).toBe(3)
    expect(Date.UTC(2026, 0)).toBe(START)
    expect(Date()).toBe(now.toString())
    virtual.uninstall()
    expect(before.constructor).toBe(Date)
    expect(clearTimeout).toBe(realClearTimeout)
  })
})

/** Sets, clears and repeats timers by chance, also out of their callbacks, and tells what was called when. */
function playScript(random: Random, advance: (ms: number) => void): string[] {
  const called: string[] = []
  const running: NodeJS.Timeout[] = []
  let count = 0
  const set = (depth: number) => {
    const name = `${count++}`
    const delay = random.below(4) === 0 ? random.below(3) - 1 : random.float() * 60
    const call = () => {
      called.push(`${name} at ${Date.now() - START}`)
      if (depth < 3 && random.below(2) === 0 && count < 1000) set(depth + 1)
      if (random.below(4) === 0) clear()
    }
    running.push(random.below(5) === 0 ? setInterval(call, 2 + delay) : setTimeout(call, delay))
  }
  const clear = () => {
    const timer = running[random.below(running.length)]
    if (timer !== undefined) clearTimeout(timer)
  }
  for (let step = 0; step < 60; step++) {
    for (let timer = 0; timer < 4; timer++) set(0)
    clear()
    advance(random.below(50))
  }
  for (const timer of running) clearTimeout(timer)
  return called
}
