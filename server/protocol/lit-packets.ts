import { lengthBytes } from '../../src/core/frame-stream.ts'
import type { LightPayload } from '../world/light/light-encoder.ts'

/** A packet with light, which stands behind everything else in it. */
export interface LitPacket {
  readonly name: 'map_chunk' | 'update_light'
  readonly params: LightPayload & Readonly<Record<string, unknown>>
}

/** The two lists of light take a byte each where they are empty. */
const EMPTY_LIGHT = 2

/**
 * The framed bytes of a packet with light. The protocol library writes light number by number, which would be most of what the packet
 * costs: here it writes the rest, and light goes behind that as it is.
 *
 * @param encode makes the framed bytes of a packet
 */
export function encodeLitPacket(encode: (packet: LitPacket) => Buffer, { name, params }: LitPacket): Buffer {
  const frame = encode({ name, params: { ...params, skyLight: [], blockLight: [] } })
  const rest = frame.subarray(lengthBytes(frame), frame.length - EMPTY_LIGHT)
  const parts = [rest, ...listed(params.skyLight), ...listed(params.blockLight)]
  return Buffer.concat([varint(parts.reduce((size, { length }) => size + length, 0)), ...parts])
}

function listed(arrays: readonly Uint8Array[]): readonly Uint8Array[] {
  return [varint(arrays.length), ...arrays.flatMap((array) => [varint(array.length), array])]
}

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80)
  return Uint8Array.from([...bytes, rest])
}
