/** Degrees as the protocol's signed byte, which counts 256 steps to a full turn. */
export function angleByte(degrees: number): number {
  return (Math.floor((degrees * 256) / 360) << 24) >> 24
}

/** A speed in blocks per tick as the protocol's 16-bit number. */
export function velocityShort(speed: number): number {
  return Math.trunc(Math.max(-3.9, Math.min(3.9, speed)) * 8000)
}
