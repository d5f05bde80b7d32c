import { describe, expect, it } from 'vitest'
import { nearestName, suggestion } from '../../../src/core/nearest-name.ts'

describe('nearestName()', () => {
  it('finds a name with letters swapped, missing, added or replaced', () => {
    const names = ['seed', 'server', 'world']
    expect(nearestName('sede', names)).toBe('seed')
    expect(nearestName('sever', names)).toBe('server')
    expect(nearestName('wworld', names)).toBe('world')
    expect(nearestName('Worlt', names)).toBe('world')
  })

  it('finds nothing where nothing is close', () => {
    expect(nearestName('goal', ['seed', 'server'])).toBeNull()
    expect(nearestName('x', [])).toBeNull()
  })
})

describe('suggestion()', () => {
  it('lists what there is where nothing is close', () => {
    expect(suggestion('goal', ['seed', 'world'], 'keys')).toBe('Known keys: seed, world.')
    expect(suggestion('goal', [], 'skills')).toBe('There are no skills.')
  })
})
