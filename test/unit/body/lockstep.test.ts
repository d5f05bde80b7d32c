import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FromBody } from '../../../src/body/body-messages.ts'
import { ManualPace } from '../../../src/body/pace.ts'
import { installVirtualClock, type VirtualClock } from '../../../src/body/virtual-clock.ts'
import { createRandom } from '../../../src/core/random.ts'
import { realTimers } from '../../../src/core/real-timers.ts'
import { fullSpeed } from '../../../src/core/run-control.ts'
import { type LockstepPair, lockstepPair } from '../../support/lockstep-pair.ts'

const random = createRandom('delays')

describe('a RemoteClock in step with a simulation', () => {
  let clock: VirtualClock
  let pair: LockstepPair
  let stop: () => void

  beforeEach(() => {
    const pace = new ManualPace(fullSpeed)
    clock = installVirtualClock({ pace })
    pair = lockstepPair(clock, pace, () => random.below(4))
    stop = clock.run()
    pair.tell({ type: 'ready' })
  })
  afterEach(() => {
    stop()
    clock.uninstall()
  })

  it('time stands still from a message until what it sets off has been thought to its end', async () => {
    const { remote } = pair
    const seen: number[] = []
    const finished = Promise.withResolvers<void>()
    remote.bodyChild.on('message', (message: FromBody) => {
      if (message.type !== 'answer') return
      const release = remote.hold('Ada')
      const told = clock.tick()
      realTimers.setTimeout(() => {
        seen.push(told, clock.tick(), remote.tick())
        release()
        finished.resolve()
      }, 30)
    })
    setTimeout(() => pair.tell({ type: 'answer', sequence: 1, value: null }), 3000)
    await finished.promise
    expect(seen).toEqual([60, 60, 60])
  })

  it('wait() ends at the tick, and a wait that is called off leaves nothing behind', async () => {
    const { remote } = pair
    const calledOff = new AbortController()
    const never = remote.wait(1000, calledOff.signal)
    await remote.wait(7)
    const first = remote.tick()
    await remote.wait(13)
    calledOff.abort(new Error('enough'))
    await expect(never).rejects.toThrow('enough')
    expect(remote.tick() - first).toBe(13)
  })

  it('thoughts take effect in the order of names, whatever the order in which they end', async () => {
    const { remote } = pair
    const orders: string[][] = []
    for (let round = 0; round < 10; round++) {
      const order: string[] = []
      const think = async (name: string) => {
        const release = remote.hold(name)
        await new Promise((resolve) => realTimers.setTimeout(resolve, random.below(10)))
        release()
        await remote.turn(name)
        order.push(`${name} ${remote.tick()}`)
      }
      const start = remote.tick()
      await Promise.all(['Cid', 'Ada', 'Ben'].map(think))
      orders.push(order.map((line) => line.replace(String(start), 'now')))
      await remote.wait(1)
    }
    expect(orders).toEqual(Array.from({ length: 10 }, () => ['Ada now', 'Ben now', 'Cid now']))
  })

  it('pauses, steps and goes on when told to, and says so', async () => {
    const { remote } = pair
    const news: string[] = []
    const paused: PromiseWithResolvers<void>[] = [Promise.withResolvers(), Promise.withResolvers()]
    remote.onPace((pace, tick) => {
      news.push(`${pace.isPaused ? 'paused' : 'running'} at ${tick}`)
      if (tick === 40) paused[0]?.resolve()
      if (tick === 43) paused[1]?.resolve()
    })
    await remote.wait(40)
    const release = remote.hold('tester')
    remote.setPace({ isPaused: true })
    release()
    await paused[0]?.promise
    remote.step(3)
    await paused[1]?.promise
    expect(clock.tick()).toBe(43)
    remote.setPace({ isPaused: false, speed: 1000 })
    await remote.wait(100)
    expect(remote.pace).toEqual({ speed: 1000, isPaused: false })
    expect(news).toContain('running at 43')
  })

  it('waits and turns reject when the simulation ends', async () => {
    const { remote } = pair
    const wait = remote.wait(1_000_000)
    pair.die()
    await expect(wait).rejects.toThrow('The process that simulates the game has ended.')
    await expect(remote.turn('Ada')).rejects.toThrow('has ended')
    await expect(remote.wait(1)).rejects.toThrow('has ended')
  })
})
