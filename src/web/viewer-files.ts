import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Router, static as staticFiles } from 'express'
import { itemIcon } from './item-icon.ts'

/** Serves the browser part of prismarine-viewer under `/viewer` and pictures of items under `/items/<name>.png`. */
export function viewerFiles(): Router {
  const folder = join(dirname(require.resolve('prismarine-viewer/package.json')), 'public')
  const worker = compressedFile(join(folder, 'worker.js'))
  const files = Router()
  files.get('/viewer/worker.js', async (request, response) => {
    response.set('content-security-policy', workerPolicy)
    if (!request.acceptsEncodings('gzip')) return response.sendFile('worker.js', { root: folder })
    response.set({ 'content-type': 'text/javascript', 'content-encoding': 'gzip', 'cache-control': aDay })
    return response.send(await worker())
  })
  files.use('/viewer', staticFiles(folder, { index: false, redirect: false, maxAge: '1d' }))
  files.get('/items/:item.png', (request, response) => {
    const icon = itemIcon(folder, request.params.item)
    if (icon === null) response.status(404).end()
    else response.sendFile(icon, { maxAge: '1d' })
  })
  return files
}

const require = createRequire(import.meta.url)
/** It compiles schemas from the game's data. The policy of the page that starts it stays strict. */
const workerPolicy = "default-src 'self'; script-src 'self' 'unsafe-eval'"
const aDay = 'public, max-age=86400'

/**
 * The file in gzip, compressed when first asked for and then kept: the worker has 63 MB, which browsers do not cache,
 * and compresses to 3 MB in 0.2 s.
 */
function compressedFile(path: string): () => Promise<Buffer> {
  let compressed: Promise<Buffer> | null = null
  return () => {
    compressed ??= readFile(path).then((content) => promisify(gzip)(content, { level: 4 }))
    return compressed
  }
}
