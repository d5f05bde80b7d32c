import { expect, it } from 'vitest'
import { isLocalRequest } from '../../../src/web/local-request.ts'

it.each(['127.0.0.1:3000', 'localhost:3000', 'localhost', '[::1]:80', 'LOCALHOST:1'])(
  'isLocalRequest() accepts the host %s',
  (host) => expect(isLocalRequest({ host })).toBe(true),
)

it.each([
  'evil.example',
  'evil.example:3000',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  '10.0.0.1',
  '',
])('isLocalRequest() refuses the host "%s"', (host) => expect(isLocalRequest({ host })).toBe(false))

it('isLocalRequest() refuses a request without host', () => expect(isLocalRequest({})).toBe(false))

it.each(['http://evil.example', 'https://localhost:3000', 'http://localhost:4000', 'null'])(
  'isLocalRequest() refuses the origin %s of another page',
  (origin) => expect(isLocalRequest({ host: 'localhost:3000', origin })).toBe(false),
)

it('isLocalRequest() accepts its own origin', () => {
  expect(isLocalRequest({ host: 'localhost:3000', origin: 'http://localhost:3000' })).toBe(true)
})
