import { type AttributeName, effectTraits } from '../data/effect-traits.ts'
import type { Packet } from '../protocol/packet.ts'
import type { ShownAttribute } from '../protocol/version-protocol.ts'
import type { Game } from './game.ts'
import type { Living } from './living.ts'
import { MAX_HEALTH, type Player } from './player.ts'

/** Attributes of a player without effects (Minecraft Wiki: Attribute). */
const playerBases: Readonly<Record<AttributeName, number>> = {
  max_health: MAX_HEALTH,
  movement_speed: 0.1,
  attack_damage: 1,
  attack_speed: 4,
  luck: 0,
}

export const attributeNames = Object.keys(playerBases) as AttributeName[]

/** What running adds to the speed (Minecraft Wiki: Sprinting). */
const sprint = {
  id: 'sprinting',
  uuid: '662a6b8d-da3e-4c68-8813-96ea6097278d',
  amount: 0.3,
  operation: 'multiply-total',
} as const

/** Tells clients when the player begins or stops to run, which changes its speed. */
export function updateSprint(game: Game, player: Player): void {
  if (player.sprinting === player.shown.sprinting) return
  player.shown.sprinting = player.sprinting
  showAttribute(game, player, 'movement_speed')
}

/** Tells the body's own client, and those who see it, what effects make of one attribute. */
export function showAttribute(game: Game, body: Living, attribute: AttributeName): void {
  const packet = game.protocol.attributes(body.id, [shown(body, attribute)])
  if (body.type === 'player') body.connection.send(packet)
  game.sendToWatchers(body.id, packet)
}

/** All attributes of a body that clients know. */
export function attributesOf(game: Game, body: Living): Packet {
  const names: readonly AttributeName[] =
    body.type === 'player'
      ? ['max_health', 'movement_speed', 'attack_damage', 'attack_speed', 'luck']
      : ['max_health', 'movement_speed']
  return game.protocol.attributes(
    body.id,
    names.map((name) => shown(body, name)),
  )
}

function shown(body: Living, name: AttributeName): ShownAttribute {
  const modifiers = [...body.effects].flatMap(([effect, { amplifier }]) => {
    const modifier = effectTraits[effect]?.modifier
    if (modifier?.attribute !== name) return []
    const { amount, operation, uuid } = modifier
    return [{ id: `effect.${effect}`, uuid, amount: amount * (amplifier + 1), operation }]
  })
  const runs = body.type === 'player' && body.sprinting && name === 'movement_speed'
  return { name, base: baseOf(body, name), modifiers: runs ? [...modifiers, sprint] : modifiers }
}

/** The attribute without effects. */
export function baseOf(body: Living, name: AttributeName): number {
  if (body.type === 'player') return playerBases[name]
  const { health, speed, attack } = body.traits
  const bases = { ...playerBases, max_health: health, movement_speed: speed, attack_damage: attack }
  return bases[name]
}
