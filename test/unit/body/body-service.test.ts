import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { FromBody } from '../../../src/body/body-messages.ts'
import { serveBody } from '../../../src/body/body-service.ts'
import { FakeBody } from '../../support/fake-body.ts'

test('serveBody() answers a malformed call too, since its caller waits, and no other message', () => {
  const sent: FromBody[] = []
  const endpoint = Object.assign(new EventEmitter(), { exit: () => {} })
  serveBody(new FakeBody(), endpoint, (message) => sent.push(message))

  endpoint.emit('message', { type: 'call', sequence: 7, call: { method: 'say', agent: 'Ada', text: 5 } })
  endpoint.emit('message', { type: 'idle', received: 3 })

  expect(sent).toEqual([
    { type: 'ready' },
    { type: 'failure', sequence: 7, kind: 'error', message: expect.stringMatching(/malformed.*text/s) },
  ])
})
