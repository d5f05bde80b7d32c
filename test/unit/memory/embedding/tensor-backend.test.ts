import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import util from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  foreseeTensorBackend,
  startTensorBackend,
  type TensorChoice,
  tensorChoices,
} from '../../../../src/memory/embedding/tensor-backend.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kithcraft-tensor-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const unloadable = async () => {
  throw new Error('must not be loaded')
}

test('startTensorBackend() says in one line what computes here, after a product came out right', async () => {
  const { name, line } = await startTensorBackend()
  expect(['node-gpu', 'wasm']).toContain(name)
  expect(line).toMatch(/Vectors are computed by (tfjs-node-gpu|WebAssembly)\.$/)
  expect(line).not.toContain('\n')
})

test('startTensorBackend() takes the first way that works, and says why the faster ones do not', async () => {
  const choice = (label: string, start: TensorChoice['start']): TensorChoice => ({
    name: 'javascript',
    label,
    start,
  })
  const backend = await startTensorBackend([
    choice('fast', async () => 'it computes wrongly'),
    choice('faster', unloadable),
    choice('slow', async () => null),
    choice('slower', unloadable),
  ])
  expect(backend.line).toBe(
    'fast is not available (it computes wrongly). faster is not available (must not be loaded). Vectors are computed by slow.',
  )
  await expect(startTensorBackend([choice('fast', unloadable)])).rejects.toThrow('must not be loaded')
})

test('foreseeTensorBackend() loads nothing where the package or its native library is missing', async () => {
  expect(await foreseeTensorBackend({ folder: () => null, load: unloadable })).toBe(
    'tfjs-node-gpu is not available (it is not installed). Vectors are computed by WebAssembly.',
  )
  expect(await foreseeTensorBackend({ folder: () => folder, load: unloadable })).toContain(
    '(its native library was not fetched)',
  )
})

test('foreseeTensorBackend() reports why loading failed, in one short line', async () => {
  withNativeLibrary()
  const load = async () => {
    throw new Error(
      `libcudart.so.11.0: cannot open shared object file ${'x'.repeat(200)}\nRequire stack:\n- here`,
    )
  }
  const line = await foreseeTensorBackend({ folder: () => folder, load })
  expect(line).toContain('(libcudart.so.11.0: cannot open shared object file xxx')
  expect(line).not.toContain('\n')
  expect(line.length).toBeLessThan(230)
})

test('tensorChoices() gives the package the function of node:util that it needs', async () => {
  withNativeLibrary()
  let present = false
  const load = async () => {
    present = 'isNullOrUndefined' in util
  }
  const [first] = tensorChoices({ folder: () => folder, load })
  // Loading succeeds here, but there is no such backend: it is not chosen.
  expect(await first?.start().catch(() => 'failed')).not.toBeNull()
  expect(present).toBe(true)
})

function withNativeLibrary(): void {
  mkdirSync(join(folder, 'lib', 'napi-v8'), { recursive: true })
  writeFileSync(join(folder, 'lib', 'napi-v8', 'tfjs_binding.node'), '')
}
