import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PaceState, RunControl } from '../../../src/core/run-control.ts'
import { type PageServer, startPageServer } from '../../../src/web/page-server.ts'
import { rawRequest } from './raw-request.ts'

class FakeControl implements RunControl {
  pace: PaceState = { speed: null, isPaused: false }
  readonly steps: number[] = []
  readonly #listeners: ((pace: PaceState, tick: number) => void)[] = []

  setPace(change: Partial<PaceState>): void {
    this.pace = { ...this.pace, ...change }
    for (const listener of this.#listeners) listener(this.pace, 77)
  }

  step(ticks: number): void {
    this.steps.push(ticks)
  }

  onPace(listener: (pace: PaceState, tick: number) => void): void {
    this.#listeners.push(listener)
  }
}

describe('the control of simulated time', () => {
  let page: PageServer
  let control: FakeControl
  const json = { 'content-type': 'application/json' }
  const post = (body: string, headers: Record<string, string> = json) =>
    rawRequest(Number(new URL(page.url).port), '/control', headers, body)

  beforeEach(async () => {
    control = new FakeControl()
    page = await startPageServer({ port: 0, viewerPort: () => null, title: 'a run' })
  })
  afterEach(() => page.close())

  it('pauses, goes on, steps and sets the speed, and the page shows it', async () => {
    page.offerControl(control)
    expect(page.state().pace).toEqual({ speed: null, isPaused: false })
    expect((await post('{"isPaused": true}')).status).toBe(204)
    expect(page.state()).toMatchObject({ pace: { isPaused: true }, tick: 77 })
    await post('{"step": 20}')
    await post('{"speed": 10}')
    await post('{"isPaused": false}')
    expect(control.pace).toEqual({ speed: 10, isPaused: false })
    expect(control.steps).toEqual([20])
    await post('{"speed": null}')
    expect(page.state().pace).toEqual({ speed: null, isPaused: false })
  })

  it.each([
    '{"step": 0}',
    '{"step": 1.5}',
    '{"speed": -1}',
    '{"speed": 1e9}',
    '{"isPaused": "yes"}',
    '{"isPaused": true, "step": 1}',
    '[]',
    '{"step',
    '',
  ])('refuses %s', async (body) => {
    page.offerControl(control)
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(answer.body).not.toContain('node_modules')
    expect([control.pace, control.steps]).toEqual([{ speed: null, isPaused: false }, []])
  })

  it('says that a run in real time cannot be paused', async () => {
    expect(await post('{"isPaused": true}')).toMatchObject({ status: 409 })
    expect(page.state().pace).toBeNull()
  })

  it('refuses what a page elsewhere could send', async () => {
    page.offerControl(control)
    const order = '{"isPaused": true}'
    expect((await post(order, { ...json, origin: 'http://evil.example' })).status).toBe(403)
    expect((await post(order, { ...json, origin: 'null' })).status).toBe(403)
    expect((await post(order, { 'content-type': 'text/plain' })).status).toBe(400)
    expect(control.pace.isPaused).toBe(false)
  })
})
