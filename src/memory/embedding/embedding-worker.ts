import { parentPort } from 'node:worker_threads'
import { errorMessage } from '../../core/errors.ts'
import { embeddingRequestSchema } from './embedding-messages.ts'
import { loadSentenceModel } from './sentence-model.ts'

// Entry point of the thread that holds the sentence model: loading and computing take time that no mind should wait for.
const port = parentPort
if (port === null) throw new Error('This module is the entry point of a worker thread.')
const model = loadSentenceModel()
model.then(
  ({ backend }) => port.postMessage({ type: 'ready', line: backend.line }),
  (error: unknown) => port.postMessage({ type: 'broken', reason: errorMessage(error) }),
)
port.on('message', async (message) => {
  const { id, texts } = embeddingRequestSchema.parse(message)
  try {
    const vectors = await (await model).embed(texts)
    port.postMessage({ type: 'vectors', id, vectors })
  } catch (error) {
    port.postMessage({ type: 'failed', id, reason: errorMessage(error) })
  }
})
