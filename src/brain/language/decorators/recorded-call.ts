import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import * as z from 'zod'
import { errorMessage, InfrastructureError, InputError } from '../../../core/errors.ts'
import { modelFailureKindSchema, modelRoleSchema } from '../../../core/model-call.ts'

/**
 * One try at a request and what came of it, as call logs and cassettes keep them: one JSON object per line. No key is ever
 * in one.
 */
export const recordedCallSchema = z.strictObject({
  version: z.literal(1),
  /** The request's key. */
  key: z.string(),
  /** What the request is about, whatever its asker saw. */
  gist: z.string().nullable().default(null),
  agent: z.string(),
  role: modelRoleSchema,
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), text: z.string() })),
  json: z.boolean(),
  /** `provider/model` that was asked. */
  model: z.string(),
  /** The reply; empty for a failure. */
  text: z.string(),
  /** Why there was no reply; null where there was one. */
  failure: z
    .strictObject({
      kind: modelFailureKindSchema,
      message: z.string(),
      retryAfterMs: z.number().nonnegative().nullable(),
    })
    .nullable()
    .default(null),
  /** How many requests reached the provider. */
  requests: z.number().int().nonnegative().default(1),
  usage: z.strictObject({
    inputTokens: z.number().int().nonnegative(),
    outputTokens: z.number().int().nonnegative(),
    estimated: z.boolean(),
  }),
  cost: z.number().nonnegative().nullable(),
})

export type RecordedCall = z.input<typeof recordedCallSchema>

/** Takes what is recorded. When `write` returns, the call is kept. */
export interface CallRecording {
  write(call: ReadonlyCall): void
}

type ReadonlyCall = Omit<Readonly<RecordedCall>, 'messages' | 'usage'> & {
  readonly messages: readonly Readonly<RecordedCall['messages'][number]>[]
  readonly usage: Readonly<RecordedCall['usage']>
}

/** A file of recorded calls that is read when it is opened and written to from then on. */
export class CallFile implements CallRecording {
  /** What the file held. */
  readonly earlier: readonly RecordedCall[]
  readonly #path: string
  readonly #file: number

  /** Creates the file when there is none. A torn last line is cut; other damage throws an InputError. */
  constructor(path: string) {
    this.#path = path
    const { calls, size } = existsSync(path) ? parseCalls(readFileSync(path), path) : { calls: [], size: 0 }
    this.earlier = calls
    this.#file = this.#explained('open', () => openSync(path, 'a'))
    this.#explained('open', () => ftruncateSync(this.#file, size))
  }

  /** Survives a power cut once it has returned. */
  write(call: ReadonlyCall): void {
    const bytes = Buffer.from(`${JSON.stringify(call)}\n`)
    this.#explained('write to', () => {
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written)
      fdatasyncSync(this.#file)
    })
  }

  close(): void {
    this.#explained('close', () => closeSync(this.#file))
  }

  #explained<Result>(doing: string, work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      throw new InfrastructureError(
        `Cannot ${doing} the model calls "${this.#path}": ${errorMessage(error)}. Check that the disk has space and ` +
          'that the folder can be written.',
        { cause: error },
      )
    }
  }
}

/** The calls of a cassette or a call log. Throws an InputError for a file that is missing or damaged. */
export function readCalls(path: string): readonly RecordedCall[] {
  if (!existsSync(path)) {
    throw new InputError(`There are no recorded model calls "${path}". Record them with --record FILE.`)
  }
  return parseCalls(readFileSync(path), path).calls
}

function parseCalls(bytes: Buffer, path: string): { calls: readonly RecordedCall[]; size: number } {
  const size = bytes.lastIndexOf('\n') + 1
  const lines = bytes.subarray(0, size).toString('utf8').split('\n').slice(0, -1)
  const calls = lines.map((line, index) => {
    const parsed = recordedCallSchema.safeParse(asJson(line))
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    throw new InputError(
      `The recorded model calls "${path}" are damaged at line ${index + 1}: "${issue?.path.join('.')}": ` +
        `${issue?.message}. Restore the file from a copy, or delete it: what it holds is then paid for again.`,
    )
  })
  return { calls, size }
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
