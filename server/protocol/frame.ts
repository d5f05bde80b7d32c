/** The packet as it goes over the wire without compression: its length as a variable-length integer, then its bytes. */
export function frame(packet: Buffer): Buffer {
  const header: number[] = []
  let rest = packet.length
  for (; rest > 127; rest >>>= 7) header.push((rest & 127) | 128)
  return Buffer.concat([Buffer.from([...header, rest]), packet])
}
