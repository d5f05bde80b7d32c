import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { entryPoint } from '../../../src/core/entry-point.ts'
import { packageRoot } from '../../../src/core/package-root.ts'

test('entryPoint() names the TypeScript file beside a TypeScript module', () => {
  const path = entryPoint(import.meta.url, './places.test')
  expect(existsSync(path)).toBe(true)
})

test('entryPoint() names the JavaScript file beside a JavaScript module', () => {
  const module = pathToFileURL('/package/dist/src/body/body-process-client.js').href
  expect(entryPoint(module, '../sandbox/skill-process')).toBe('/package/dist/src/sandbox/skill-process.js')
})

test('packageRoot() is the folder with package.json, worlds and skills', () => {
  for (const name of ['package.json', 'worlds', 'skills'])
    expect(existsSync(join(packageRoot(), name))).toBe(true)
})
