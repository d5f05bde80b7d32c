import { professions } from '../data/profession.ts'
import { itemStack } from '../inventory/item-stack.ts'
import { colours } from '../mobs/spawning/wool-colours.ts'
import type { Trader } from '../mobs/villagers/trader.ts'
import type { MetadataEntry } from '../protocol/version-protocol.ts'
import { effectFlags, effectParticles } from './effect-looks.ts'
import type { MobEntity } from './entity.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

/** Numbers of metadata entries, the same in both versions. */
const SHARED_FLAGS = 0
const BABY = 16
const SWELLING = 16
const WOOL = 17
const HORSE = 17
const TAME = 0x02
const SADDLED = 0x04
const VILLAGER = 18
const ON_FIRE = 0x01
/** Number of the clothes of the plains. */
const PLAINS = 2
const SHORN = 0x10
const MAIN_HAND = 0

/** Shows a viewer all that makes this mob look unlike others of its kind. */
export function showMob(game: Game, viewer: Player, mob: MobEntity): void {
  const metadata = looksOf(game, mob).filter(({ value }) => !isUsual(value))
  if (metadata.length > 0) {
    viewer.connection.send({ name: 'entity_metadata', params: { entityId: mob.id, metadata } })
  }
  if (mob.traits.holds === null) return
  const equipments = [{ slot: MAIN_HAND, item: game.protocol.item(itemStack(mob.traits.holds)) }]
  viewer.connection.send({ name: 'entity_equipment', params: { entityId: mob.id, equipments } })
}

/** Tells the watchers when a mob has caught fire, swells, grew up or lost its wool. */
export function refreshMob(game: Game, mob: MobEntity): void {
  game.sendToWatchers(mob.id, {
    name: 'entity_metadata',
    params: { entityId: mob.id, metadata: looksOf(game, mob) },
  })
}

/** Whether clients believe it without being told. */
function isUsual(value: unknown): boolean {
  return value === 0 || value === false || value === -1 || (Array.isArray(value) && value.length === 0)
}

function looksOf(game: Game, mob: MobEntity): readonly MetadataEntry[] {
  return [...kindLooks(mob), effectParticles(game, mob)]
}

function villagerLooks({ profession, level }: Trader): MetadataEntry {
  const value = { villagerType: PLAINS, villagerProfession: professions.indexOf(profession), level }
  return { key: VILLAGER, type: 'villager_data', value }
}

function kindLooks(mob: MobEntity): readonly MetadataEntry[] {
  const { mind, traits } = mob
  const fire = mob.fireTicks > 0 ? ON_FIRE : 0
  const flags = { key: SHARED_FLAGS, type: 'byte', value: fire | effectFlags(mob) }
  if (traits.name === 'creeper') return [flags, { key: SWELLING, type: 'int', value: mind.fuse > 0 ? 1 : -1 }]
  if (traits.hostile) return [flags]
  const baby = { key: BABY, type: 'boolean', value: mind.childhood > 0 }
  if (traits.name === 'horse') {
    const value = (mind.tame ? TAME : 0) | (mind.saddled ? SADDLED : 0)
    return [flags, baby, { key: HORSE, type: 'byte', value }]
  }
  if (mob.trader !== null) return [flags, baby, villagerLooks(mob.trader)]
  return traits.name === 'sheep'
    ? [
        flags,
        baby,
        { key: WOOL, type: 'byte', value: colours.indexOf(mind.woolColour) | (mind.shorn ? SHORN : 0) },
      ]
    : [flags, baby]
}
