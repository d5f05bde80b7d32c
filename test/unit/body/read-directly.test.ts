import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { type ReadingClient, readDirectly } from '../../../src/body/connection/read-directly.ts'
import { SharedPackets } from '../../../src/body/connection/shared-packets.ts'
import { encodePacket } from '../../../src/core/encode-packet.ts'

const require = createRequire(import.meta.url)
const { Client, createSerializer } = require('minecraft-protocol')

const UPDATE = { name: 'entity_head_rotation', params: { entityId: 7, headYaw: 3 } }
const DESTROY = { name: 'entity_destroy', params: { entityIds: [7, 8] } }
const BUNDLE = { name: 'bundle_delimiter', params: {} }

describe('readDirectly()', () => {
  it.each([
    ['packets of the game', 'play', [UPDATE, DESTROY, UPDATE]],
    ['bundles', 'play', [UPDATE, BUNDLE, DESTROY, UPDATE, BUNDLE, UPDATE]],
    ['packets from before the game', 'configuration', [{ name: 'ping', params: { id: 3 } }]],
  ])('tells listeners of %s what the library tells them', async (_case, state, packets) => {
    const original = await heard(createClient(state, false), state, packets)
    const direct = await heard(createClient(state, true), state, packets)
    expect(direct).toEqual(original)
    expect(await heard(createClient(state, true), state, packets, true)).toEqual(original)
    expect(direct.map(({ name }) => name)).toEqual(expect.arrayContaining(packets.map(({ name }) => name)))
  })

  it('tells those who listen to all packets, whenever they begin', async () => {
    const client = createClient('play', true)
    const names: string[] = []
    client.on('packet', (_params: unknown, { name }: { name: string }) => names.push(name))
    client.on('raw.entity_destroy', (bytes: Buffer) => names.push(`raw of ${bytes.length}`))
    await heard(client, 'play', [UPDATE, DESTROY])
    expect(names).toEqual(['entity_head_rotation', 'entity_destroy', 'raw of 4'])
  })

  it('tells those who begin, stop and listen once what comes while they listen', async () => {
    const client = createClient('play', true)
    const told: string[] = []
    const stopping = () => told.push('stopping')
    client.on(UPDATE.name, stopping)
    client.once(UPDATE.name, () => told.push('once'))
    client.on(UPDATE.name, function (this: unknown) {
      if (this === client) told.push('client')
    })
    await heard(client, 'play', [UPDATE])
    client.off(UPDATE.name, stopping)
    client.on(UPDATE.name, () => told.push('beginning'))
    await heard(client, 'play', [UPDATE, DESTROY])
    expect(told).toEqual(['stopping', 'once', 'client', 'client', 'beginning'])
  })

  it('leaves packets that come whole to the streams before the game, under encryption, and behind half a packet', () => {
    const frame = Buffer.from([1, 0])
    expect(createClient('configuration', true).take([frame])).toBe(false)
    expect(Object.assign(createClient('play', true), { cipher: {} }).take([frame])).toBe(false)
    const client = createClient('play', true)
    client.splitter.write(Buffer.from([3, 0]))
    expect(client.take([frame])).toBe(false)
  })

  it('goes on after a packet that nobody can read', async () => {
    const client = createClient('play', true)
    const errors: Error[] = []
    client.on('error', (error: Error) => errors.push(error))
    client.splitter.write(Buffer.from([2, 127, 1]))
    await new Promise(setImmediate)
    const events = await heard(client, 'play', [UPDATE])
    expect(events.map(({ name }) => name)).toEqual(['entity_head_rotation'])
    expect(errors.length).toBeLessThanOrEqual(1)
  })
})

function createClient(state: string, isDirect: boolean) {
  const client = new Client(false, '1.21.4', undefined, true)
  client.state = state
  if (isDirect) client.take = readDirectly(client as ReadingClient, new SharedPackets())
  return client
}

/** What the listeners of a client are told when the packets come in together, as bytes or whole. */
async function heard(
  client: ReturnType<typeof createClient>,
  state: string,
  packets: readonly { readonly name: string; readonly params: object }[],
  isWhole = false,
): Promise<{ name: string; params: unknown; metadata: object }[]> {
  const events: { name: string; params: unknown; metadata: object }[] = []
  for (const name of new Set(packets.map((packet) => packet.name))) {
    client.on(name, (params: unknown, metadata: object) => events.push({ name, params, metadata }))
  }
  const { proto } = createSerializer({ isServer: true, version: '1.21.4', state })
  const frames = packets.map((packet) => encodePacket(proto, packet))
  if (!isWhole || !client.take(frames)) client.splitter.write(Buffer.concat(frames))
  await new Promise(setImmediate)
  return events
}
