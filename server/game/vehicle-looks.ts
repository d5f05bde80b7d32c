import type { Packet } from '../protocol/packet.ts'
import type { VehicleEntity } from './entity.ts'

const WOOD_KEY = 11
/** In the order of their numbers. */
const woods = ['oak', 'spruce', 'birch', 'jungle', 'acacia', 'cherry', 'dark_oak', 'mangrove', 'bamboo']

/** What the boat is made of, where boats of all woods are one kind of entity. */
export function boatWood({ id, item }: VehicleEntity): Packet {
  const wood = item.replace(/_(boat|raft)$/, '')
  const entry = { key: WOOD_KEY, type: 'int', value: Math.max(0, woods.indexOf(wood)) }
  return { name: 'entity_metadata', params: { entityId: id, metadata: [entry] } }
}
