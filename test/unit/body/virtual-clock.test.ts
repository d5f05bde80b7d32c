import { performance } from 'node:perf_hooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ManualPace } from '../../../src/body/pace.ts'
import { installVirtualClock, type VirtualClock } from '../../../src/body/virtual-clock.ts'
import { nextTurn } from '../../../src/core/next-turn.ts'
import { realTimers } from '../../../src/core/real-timers.ts'

describe('installVirtualClock()', () => {
  let clock: VirtualClock

  beforeEach(() => {
    clock = installVirtualClock()
  })
  afterEach(() => clock.uninstall())

  it('passes an hour of timers at once and in order', async () => {
    const seen: string[] = []
    setTimeout(() => seen.push(`timeout at ${clock.tick()}`), 30 * 60_000)
    setInterval(() => seen.push(`interval at ${clock.tick()}`), 20 * 60_000)
    const before = realTimers.now()
    await clock.advance(20 * 3600)
    expect(seen).toEqual(['interval at 24000', 'timeout at 36000', 'interval at 48000', 'interval at 72000'])
    expect(clock.tick()).toBe(72_000)
    expect(realTimers.now() - before).toBeLessThan(30_000)
  })

  it('advance() stops exactly after the ticks that were asked for', async () => {
    setInterval(() => {}, 7)
    await clock.advance(3)
    expect(performance.now()).toBeCloseTo(150, 0)
    await new Promise((resolve) => realTimers.setTimeout(resolve, 20))
    expect(clock.tick()).toBe(3)
  })

  it('Date and performance.now() follow simulated time', async () => {
    const date = Date.now()
    const now = performance.now()
    await clock.advance(40)
    expect(Date.now() - date).toBe(2000)
    expect(Math.round(performance.now() - now)).toBe(2000)
  })

  it('ends a search that thinks until the time is over, while time stands still', () => {
    const start = performance.now()
    let turns = 0
    while (performance.now() - start < 5) turns++
    expect(turns).toBeGreaterThan(100)
    expect(clock.tick()).toBe(0)
  })

  it('starts each timer callback from the exact time, however long the one before thought', async () => {
    const times: number[] = []
    setTimeout(() => {
      for (let call = 0; call < 3000; call++) performance.now()
    }, 50)
    setTimeout(() => times.push(performance.now()), 50)
    await clock.advance(2)
    expect(times).toEqual([50])
  })

  it('stands still while it is held, says by whom, and does not spin', async () => {
    const releaseMind = clock.hold('mind of Ada')
    const releaseSkill = clock.hold('skill of Ada')
    const advanced = clock.advance(1)
    const cpuBefore = process.cpuUsage()
    await new Promise((resolve) => realTimers.setTimeout(resolve, 200))
    const cpu = process.cpuUsage(cpuBefore)
    expect(clock.tick()).toBe(0)
    expect(clock.holders()).toEqual(['mind of Ada', 'skill of Ada'])
    expect((cpu.user + cpu.system) / 1000).toBeLessThan(150)
    releaseMind()
    releaseMind()
    expect(clock.holders()).toEqual(['skill of Ada'])
    releaseSkill()
    await advanced
    expect(clock.tick()).toBe(1)
  })

  it('gives turns in the order of names once nobody is at work, whatever the order of asking', async () => {
    const seen: string[] = []
    const stop = clock.run()
    const release = clock.hold('Cid')
    const take = async (asker: string, note: string) => {
      await clock.turn(asker)
      seen.push(`${note} at ${clock.tick()}`)
    }
    const turns = [take('Ben', 'first of Ben'), take('Ada', 'Ada'), take('Ben', 'second of Ben')]
    await new Promise((resolve) => realTimers.setTimeout(resolve, 20))
    expect(seen).toEqual([])
    release()
    await Promise.all(turns)
    stop()
    expect(seen).toEqual(['Ada at 0', 'first of Ben at 0', 'second of Ben at 0'])
  })

  it('lets each do all that it can in its turn before the next one gets its own', async () => {
    const seen: string[] = []
    const work = async (asker: string) => {
      await clock.turn(asker)
      for (let part = 0; part < 3; part++) {
        seen.push(asker)
        await Promise.resolve()
      }
    }
    await clock.until(Promise.all([work('Ben'), work('Ada')]))
    expect(seen).toEqual(['Ada', 'Ada', 'Ada', 'Ben', 'Ben', 'Ben'])
  })

  it('gives turns to other processes after those here, and before any of them can answer', async () => {
    const seen: string[] = []
    const distant = async (asker: string) => {
      await clock.distantTurn(asker)
      seen.push(asker)
      await Promise.resolve()
      seen.push(`answer of ${asker}`)
    }
    const near = clock.turn('Cid').then(() => seen.push('Cid'))
    await clock.until(Promise.all([distant('Ben'), distant('Ada'), near]))
    expect(seen).toEqual(['Cid', 'Ada', 'Ben', 'answer of Ada', 'answer of Ben'])
  })

  it('gives turns also while time is paused', async () => {
    clock.uninstall()
    clock = installVirtualClock({ pace: new ManualPace({ speed: null, isPaused: true }) })
    const stop = clock.run()
    await clock.turn('Ada')
    await clock.turn('Ada')
    for (let turn = 0; turn < 20; turn++) await nextTurn()
    await clock.turn('Ada')
    stop()
    expect(clock.tick()).toBe(0)
  })

  it('who asks in its turn waits for the next round', async () => {
    const seen: string[] = []
    const twice = async (asker: string) => {
      await clock.turn(asker)
      seen.push(asker)
      await clock.turn(asker)
      seen.push(asker)
    }
    await clock.until(Promise.all([twice('Ada'), twice('Ben')]))
    expect(seen).toEqual(['Ada', 'Ben', 'Ada', 'Ben'])
  })

  it('waits for watched pipes to get quiet before each step', async () => {
    let chunks = 0
    const unwatch = clock.watch(() => chunks)
    const ticks: number[] = []
    setTimeout(() => {
      const relay = () => {
        ticks.push(clock.tick())
        if (++chunks < 50) setImmediate(relay)
      }
      relay()
    }, 50)
    await clock.advance(2)
    unwatch()
    expect(ticks).toEqual(Array.from({ length: 50 }, () => 1))
  })

  it('wait() rejects with the reason of its signal', async () => {
    const controller = new AbortController()
    const waiting = clock.wait(5, controller.signal)
    controller.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    await expect(clock.wait(5, controller.signal)).rejects.toThrow('enough')
  })

  it('until() settles like the promise and then stops time', async () => {
    await expect(clock.until(clock.wait(7).then(() => 'done'))).resolves.toBe('done')
    await expect(clock.until(Promise.reject(new Error('no')))).rejects.toThrow('no')
    await new Promise((resolve) => realTimers.setTimeout(resolve, 20))
    expect(clock.tick()).toBe(7)
  })

  it('run() lets time pass until it is stopped', async () => {
    const stop = clock.run()
    await clock.wait(10)
    stop()
    await new Promise((resolve) => realTimers.setTimeout(resolve, 20))
    expect(clock.tick()).toBe(10)
  })

  it('restart() begins at tick 0 and the first date again, and leaves to what waits what is left of its wait', async () => {
    const begun = Date.now()
    const seen: number[] = []
    setTimeout(() => seen.push(clock.tick()), 250)
    await clock.advance(2)
    clock.restart()
    expect([clock.tick(), Date.now(), performance.now()]).toEqual([0, begun, 0])
    await clock.advance(4)
    expect(seen).toEqual([3])
  })

  it('renew() begins at tick 0 and forgets what waits, who holds the clock and who asks for a turn', async () => {
    const seen: string[] = []
    await clock.advance(3)
    setTimeout(() => seen.push('timer'), 50)
    clock.turn('Ada').then(() => seen.push('turn'))
    clock.hold('Ada')
    clock.renew(new ManualPace({ speed: null, isPaused: false }))
    expect([clock.tick(), clock.holders()]).toEqual([0, []])
    await clock.advance(3)
    expect([clock.tick(), seen]).toEqual([3, []])
  })

  it('uninstall() ends the wait for who holds the clock', async () => {
    clock.hold('Ada')
    clock.run()
    for (let turn = 0; turn < 3; turn++) await nextTurn()
    let turns = 0
    clock.watch(() => turns++)
    clock.uninstall()
    for (let turn = 0; turn < 10; turn++) await nextTurn()
    expect(turns).toBeLessThanOrEqual(1)
  })

  it('uninstall() gives the real timers back', async () => {
    clock.uninstall()
    const before = Date.now()
    await new Promise((resolve) => setTimeout(resolve, 15))
    expect(Date.now() - before).toBeGreaterThanOrEqual(14)
    expect(Date.now()).toBeGreaterThan(before)
  })
})
