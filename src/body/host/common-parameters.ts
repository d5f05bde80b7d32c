import * as z from 'zod'
import { positionSchema } from '../../core/position.ts'

const COORDINATE_LIMIT = 30_000_000

export const name = z.string('it should be a Minecraft name such as "oak_log"').min(1).max(64)
export const count = z.number('it should be a whole number').int().min(1).max(2304)
export const ticks = z.number('it should be a number of ticks').int().min(1).max(24_000)
export const entityId = z.number("it should be an entity's id").int()
export const itemKey = z.union([z.number().int(), name], 'it should be the id or the name of an item')
export const slot = z.number('it should be a slot').int().min(0).max(100)

export const position = positionSchema.refine(
  ({ x, y, z: south }) =>
    [x, y, south].every((value) => Number.isFinite(value) && Math.abs(value) <= COORDINATE_LIMIT),
  'it should be a Vec3 within the world',
)

/** `{oak_log: 3}` */
export const itemCounts = z.record(name, count).refine((items) => Object.keys(items).length > 0, {
  message: 'it should name at least one item, such as {oak_log: 3}',
})
