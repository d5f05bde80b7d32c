/** A vector with one byte per number: a quarter of the space, and angles that hardly differ. */
export interface VectorCode {
  readonly bytes: Int8Array
  /** What one step of a byte is worth. */
  readonly step: number
}

export function encodeVector(vector: Float32Array): VectorCode {
  let most = 0
  for (const value of vector) most = Math.max(most, Math.abs(value))
  const step = most / 127
  const bytes = new Int8Array(vector.length)
  if (step === 0) return { bytes, step }
  for (let index = 0; index < vector.length; index++) {
    bytes[index] = Math.round((vector[index] as number) / step)
  }
  return { bytes, step }
}

/** As it is kept in a file: the step, then the bytes. */
export function packCode({ bytes, step }: VectorCode): Uint8Array {
  const packed = new Uint8Array(4 + bytes.length)
  new DataView(packed.buffer).setFloat32(0, step)
  packed.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), 4)
  return packed
}

export function unpackCode(packed: Uint8Array): VectorCode {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  return { step: view.getFloat32(0), bytes: new Int8Array(packed.slice(4).buffer) }
}
