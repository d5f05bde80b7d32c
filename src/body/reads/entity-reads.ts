import * as z from 'zod'
import { entityId } from '../host/common-parameters.ts'
import { type ReadMethod, readMethod } from '../host/read-method.ts'
import { entityValue } from '../values/entity-value.ts'

const distance = z.number('it should be a number of blocks').min(0).max(64).default(3.5)

/** Players, mobs and things. */
export const entityReads: Readonly<Record<string, ReadMethod>> = {
  entities: readMethod({}, ({ bot }) =>
    Object.values(bot.entities)
      .filter((entity) => entity.position)
      .map(entityValue),
  ),
  entity: readMethod({ id: entityId }, ({ bot }, { id }) => {
    const entity = bot.entities[id]
    return entity?.position ? entityValue(entity) : null
  }),
  entityAtCursor: readMethod({ maxDistance: distance }, ({ bot }, { maxDistance }) => {
    const entity = bot.entityAtCursor(maxDistance)
    return entity ? entityValue(entity) : null
  }),
  players: readMethod({}, ({ bot }) =>
    Object.values(bot.players).map((player) => ({
      username: player.username,
      uuid: player.uuid,
      gamemode: player.gamemode,
      ping: player.ping,
      entity: player.entity?.id ?? null,
    })),
  ),
}
