import { expect, test } from 'vitest'
import { Throttle } from '../../../../server/protocol/throttle.ts'

test('add() allows nine chat lines at once as vanilla does, and one a second for ever', () => {
  const throttle = new Throttle(200, 1)
  const burst = Array.from({ length: 10 }, () => throttle.add(20, 5))
  expect(burst).toEqual([...Array.from({ length: 9 }, () => true), false])
  const patient = new Throttle(200, 1)
  expect(Array.from({ length: 500 }, (_, second) => patient.add(20, second * 20)).every(Boolean)).toBe(true)
})

test('add() allows again what was too much after a rest', () => {
  const throttle = new Throttle(10, 2)
  expect(throttle.add(12, 0)).toBe(false)
  expect(throttle.add(5, 4)).toBe(true)
})
