import { expect, test } from 'vitest'
import { CallLedger } from '../../../src/core/call-ledger.ts'
import { nextTurn } from '../../../src/core/next-turn.ts'
import { exampleModelCall } from '../../support/examples.ts'

test('calls belong to the thought that they were made in, also while another one is had', async () => {
  const ledger = new CallLedger()
  const think = (name: string, turns: number) =>
    ledger.during(async () => {
      for (let turn = 0; turn < turns; turn++) {
        await nextTurn()
        ledger.note({ call: exampleModelCall({ reason: `${name} ${turn}` }), wall: {} })
      }
      return name
    })
  const [slow, quick] = await Promise.all([think('slow', 3), think('quick', 1)])
  expect(slow.calls.map(({ call }) => call.reason)).toEqual(['slow 0', 'slow 1', 'slow 2'])
  expect(quick.calls.map(({ call }) => call.reason)).toEqual(['quick 0'])
  expect(quick.outcome).toEqual({ ok: true, value: 'quick' })
})

test('a thought that fails keeps the calls that were paid for', async () => {
  const ledger = new CallLedger()
  const error = new Error('The model is gone.')
  const had = await ledger.during(async () => {
    ledger.note({ call: exampleModelCall(), wall: { durationMs: 3 } })
    throw error
  })
  expect(had).toMatchObject({ outcome: { ok: false, error }, calls: [{ wall: { durationMs: 3 } }] })
})
