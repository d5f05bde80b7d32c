import { expect, test } from 'vitest'
import { assertNever } from '../../../src/core/assert-never.ts'
import { errorMessage, InfrastructureError, InputError } from '../../../src/core/errors.ts'

test('errors carry their name, message and cause', () => {
  const cause = new Error('below')
  const error = new InputError('above', { cause })
  expect(error).toMatchObject({ name: 'InputError', message: 'above', cause })
  expect(new InfrastructureError('x').name).toBe('InfrastructureError')
  expect(error instanceof InfrastructureError).toBe(false)
})

test('errorMessage() is the message of anything that was thrown', () => {
  expect([errorMessage(new Error('a')), errorMessage('b'), errorMessage(null)]).toEqual(['a', 'b', 'null'])
})

test('assertNever() says which case was reached', () => {
  expect(() => assertNever({ type: 'new' } as never)).toThrow('{"type":"new"}')
})
