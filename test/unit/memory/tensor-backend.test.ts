import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import util from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeTensorBackend } from '../../../src/memory/tensor-backend.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kithcraft-tensor-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const unloadable = async () => {
  throw new Error('must not be loaded')
}

test('describeTensorBackend() says in one line what this machine has', async () => {
  const { line } = await describeTensorBackend()
  expect(line).toMatch(
    /^(tfjs-node-gpu is not available \(.+\): using plain JavaScript|Vectors are computed)/,
  )
  expect(line).not.toContain('\n')
})

test('describeTensorBackend() loads nothing where the package is not installed', async () => {
  const backend = await describeTensorBackend({ folder: () => null, load: unloadable })
  expect(backend).toEqual({
    name: 'javascript',
    line: 'tfjs-node-gpu is not available (it is not installed): using plain JavaScript for vectors.',
  })
})

test('describeTensorBackend() loads nothing where the native library is missing', async () => {
  const backend = await describeTensorBackend({ folder: () => folder, load: unloadable })
  expect(backend.line).toContain('(its native library was not fetched)')
})

test('describeTensorBackend() reports why loading failed, in one short line', async () => {
  withNativeLibrary()
  const load = async () => {
    throw new Error(
      `libcudart.so.11.0: cannot open shared object file ${'x'.repeat(200)}\nRequire stack:\n- here`,
    )
  }
  const { name, line } = await describeTensorBackend({ folder: () => folder, load })
  expect(name).toBe('javascript')
  expect(line).toContain('(libcudart.so.11.0: cannot open shared object file xxx')
  expect(line).not.toContain('\n')
  expect(line.length).toBeLessThan(220)
})

test('describeTensorBackend() gives the package the function of node:util that it needs', async () => {
  withNativeLibrary()
  let present = false
  const load = async () => {
    present = 'isNullOrUndefined' in util
  }
  expect(await describeTensorBackend({ folder: () => folder, load })).toMatchObject({ name: 'node-gpu' })
  expect(present).toBe(true)
})

function withNativeLibrary(): void {
  mkdirSync(join(folder, 'lib', 'napi-v8'), { recursive: true })
  writeFileSync(join(folder, 'lib', 'napi-v8', 'tfjs_binding.node'), '')
}
