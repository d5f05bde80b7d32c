import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  checkWorldDefinition,
  listWorlds,
  loadWorldDefinition,
} from '../../../server/world/world-definition.ts'
import { InputError } from '../../../src/core/errors.ts'

const folder = mkdtempSync(join(tmpdir(), 'kithcraft-worlds-'))
afterAll(() => rmSync(folder, { recursive: true }))

function worldFile(name: string, content: string): string {
  const file = join(folder, `${name}.yaml`)
  writeFileSync(file, content)
  return file
}

describe('loadWorldDefinition()', () => {
  test.each(listWorlds())('reads the world %s, whose name is that of its file', (name) => {
    const definition = loadWorldDefinition(name)
    expect(definition.name).toBe(name)
    expect(definition.description).not.toBe('')
  })

  test('fills in defaults', () => {
    expect(loadWorldDefinition(worldFile('small', 'name: small\ngenerator: { type: terrain }\n'))).toEqual({
      name: 'small',
      description: '',
      generator: {
        type: 'terrain',
        groundHeight: 68,
        hills: 8,
        groves: 0.5,
        treeDensity: 0.5,
        birchShare: 0.2,
        outcrops: 0.3,
        ponds: 0.5,
        caves: true,
        biome: 'plains',
      },
      seed: null,
      spawn: null,
      blocks: [],
      mobs: [],
      time: 1000,
      rules: {
        daylightCycle: true,
        weatherCycle: true,
        monsters: false,
        animals: false,
        fireTick: true,
        difficulty: 'peaceful',
        mobGriefing: true,
        keepInventory: false,
        naturalRegeneration: true,
        hunger: true,
        fallDamage: true,
        pvp: true,
        gameMode: 'survival',
      },
      goals: [],
    })
  })

  test.each(['nowhere', '../package', 'a/b', ''])(
    'rejects the missing world "%s" and lists the others',
    (name) => {
      expect(() => loadWorldDefinition(name)).toThrow(InputError)
      expect(() => loadWorldDefinition(name)).toThrow(
        `There is no world "${name}". Use one of ${listWorlds().join(', ')}, or the path of a .yaml file.`,
      )
    },
  )

  test('rejects a missing file', () => {
    expect(() => loadWorldDefinition('/nowhere/world.yaml')).toThrow(
      'There is no world "/nowhere/world.yaml"',
    )
  })

  test('names the file that is not valid YAML', () => {
    const file = worldFile('broken', 'name: [')
    expect(() => loadWorldDefinition(file)).toThrow(InputError)
    expect(() => loadWorldDefinition(file)).toThrow(
      `Cannot read the world file "${file}": it is not valid YAML.`,
    )
  })

  test.each([
    ['name: x\ngenerator: { type: flat }\ncolour: red', 'colour'],
    ['name: x\ngenerator: { type: round }', 'generator.type'],
    ['name: x\ngenerator: { type: terrain, hills: high }', 'generator.hills'],
    ['name: x\ngenerator: { type: flat, layers: [{ block: stone, height: 400 }] }', 'generator.layers'],
    ['name: x\ngenerator: { type: flat }\ntime: 30000', 'time'],
    ['name: x\ngenerator: { type: flat }\nspawn: { x: 0.5, y: 1, z: 0 }', 'spawn'],
    ['name: x\ngenerator: { type: flat }\nblocks: [{ block: stone }]', 'blocks.0.position'],
    ['name: x\ngenerator: { type: flat }\nmobs: [{ name: cow, count: 0 }]', 'mobs.0.count'],
    ['name: x\ngenerator: { type: flat }\ngoals: [{ type: fly }]', 'goals.0'],
    ['', '(top)'],
  ])('names the file and the key that is wrong in %j', (content, key) => {
    const file = worldFile('wrong', content)
    expect(() => loadWorldDefinition(file)).toThrow(InputError)
    expect(() => loadWorldDefinition(file)).toThrow(`Cannot read the world file "${file}"`)
    expect(() => loadWorldDefinition(file)).toThrow(key)
  })
})

describe('checkWorldDefinition()', () => {
  test('reports all wrong keys at once', () => {
    const check = () => checkWorldDefinition({ name: '', generator: { type: 'flat' }, seed: 'x' }, 'my world')
    expect(check).toThrow(/"my world".*\n {2}name: .*\n {2}seed: /)
  })
})
