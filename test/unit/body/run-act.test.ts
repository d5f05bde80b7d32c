import { describe, expect, it } from 'vitest'
import { type Act, type ActSetting, runAct } from '../../../src/body/acting/act.ts'
import { ActFailure } from '../../../src/body/acting/act-failure.ts'
import { MovementLock } from '../../../src/body/acting/movement-lock.ts'
import { withinTicks } from '../../../src/body/acting/within-ticks.ts'
import { listedKnowledge } from '../../../src/body/knowledge/book-knowledge.ts'
import { TallyCounter } from '../../../src/body/sight/tally-counter.ts'
import { ManualClock } from '../../support/manual-clock.ts'

describe('runAct()', () => {
  const clock = new ManualClock()
  const setting = (...signals: AbortSignal[]): ActSetting => ({
    name: 'test',
    bot: {} as ActSetting['bot'],
    clock,
    knowledge: listedKnowledge([]),
    tally: new TallyCounter(),
    lock: new MovementLock(),
    signals,
  })
  const forever = () => new Promise<never>(() => {})

  it('ends as timed-out at the deadline, and the work learns of it', async () => {
    let end: unknown
    const running = runAct(setting(), 10, async (act) => {
      await act.wait(100).catch((error: unknown) => {
        end = error
      })
    })
    const rejected = expect(running).rejects.toMatchObject({
      code: 'timed-out',
      message: 'test was not done within 10 ticks.',
    })
    await clock.pass(10)
    await rejected
    expect(end).toBeInstanceOf(ActFailure)
  })

  it('ends at once when a signal aborts, with its failure', async () => {
    const controller = new AbortController()
    const running = runAct(setting(controller.signal), 10, forever)
    controller.abort(new ActFailure('died', 'The bot died.'))
    await expect(running).rejects.toMatchObject({ code: 'died' })
  })

  it('takes any other reason as an interruption, also one from before', async () => {
    await expect(runAct(setting(AbortSignal.abort()), 10, forever)).rejects.toMatchObject({
      code: 'interrupted',
    })
  })

  it('stops what is left of the work when it is over', async () => {
    let seen: Act | null = null
    await runAct(setting(), 10, async (act) => {
      seen = act
    })
    await expect((seen as Act | null)?.wait(1)).rejects.toMatchObject({ code: 'interrupted' })
  })

  it('withinTicks() turns silence into timed-out and errors into failed', async () => {
    const silent = runAct(setting(), 100, (act) => withinTicks(act, 5, 'Opening the chest', forever()))
    const rejected = expect(silent).rejects.toMatchObject({
      code: 'timed-out',
      message: 'Opening the chest took more than 5 ticks.',
    })
    await clock.pass(5)
    await rejected
    const broken = Promise.reject(new Error('Event windowOpen did not fire.'))
    await expect(
      runAct(setting(), 100, (act) => withinTicks(act, 5, 'Opening the chest', broken)),
    ).rejects.toMatchObject({
      code: 'failed',
      message: 'Opening the chest did not work: Event windowOpen did not fire.',
    })
  })
})

describe('MovementLock', () => {
  it('lets one act in, names it to the next, and interrupts it', () => {
    const lock = new MovementLock()
    const grip = lock.acquire('goto')
    expect(() => lock.acquire('mineBlock')).toThrow(
      '"mineBlock" cannot start: "goto" is still moving the bot.',
    )
    lock.interrupt()
    expect(grip.signal.reason).toMatchObject({ code: 'interrupted' })
    grip.release()
    expect(lock.isHeld).toBe(false)
    lock.acquire('mineBlock')
    grip.release()
    expect(lock.isHeld).toBe(true)
  })
})
