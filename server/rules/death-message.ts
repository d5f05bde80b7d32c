import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import type { Attack, DamageCause } from './damage.ts'
import { environmentDeaths } from './environment-damage.ts'

/** From where a fall counts as one from a high place, in blocks. */
const HIGH_PLACE = 5
/** Ticks after a blow in which its dealer is blamed for what happens next. */
const BLAME_TICKS = 100

const deeds: Readonly<Record<Attack['weapon'], string>> = {
  blow: 'was slain by',
  arrow: 'was shot by',
  blast: 'was blown up by',
  thorns: 'was killed trying to hurt',
}

/** How a death goes on where somebody had hit the player just before. */
const fleeing: Readonly<Record<string, string>> = {
  fall: 'was doomed to fall by',
  void: "didn't want to live in the same world as",
  lava: 'tried to swim in lava to escape',
  drowning: 'drowned whilst trying to escape',
  starvation: 'starved to death whilst fighting',
  suffocation: 'suffocated in a wall whilst fighting',
  fire: 'walked into fire whilst fighting',
  burning: 'was burned to a crisp whilst fighting',
  cactus: 'walked into a cactus whilst trying to escape',
  berries: 'was poked to death by a sweet berry bush whilst trying to escape',
  magma: 'walked into the danger zone due to',
  magic: 'was killed by magic whilst trying to escape',
  wither: 'withered away whilst fighting',
  kill: 'was killed whilst fighting',
}

/** What everyone reads when the player has died. Source: Minecraft Wiki, "Death messages". */
export function deathMessage(game: Game, player: Player, cause: DamageCause): string {
  if (typeof cause === 'object') return `${player.name} ${deeds[cause.weapon]} ${cause.by}`
  const { lastAttack } = player
  const isBlamed = lastAttack !== null && game.tick - lastAttack.tick <= BLAME_TICKS
  const flight = isBlamed ? fleeing[cause] : undefined
  if (flight !== undefined && lastAttack !== null) return `${player.name} ${flight} ${lastAttack.by}`
  return `${player.name} ${plainDeath(player, cause)}`
}

function plainDeath({ fallDistance }: Player, cause: Exclude<DamageCause, Attack>): string {
  switch (cause) {
    case 'fall':
      return fallDistance > HIGH_PLACE ? 'fell from a high place' : 'hit the ground too hard'
    case 'void':
      return 'fell out of the world'
    case 'kill':
      return 'was killed'
    case 'starvation':
      return 'starved to death'
    case 'lava':
      return 'tried to swim in lava'
    case 'drowning':
      return 'drowned'
    case 'magic':
      return 'was killed by magic'
    case 'wither':
      return 'withered away'
    default:
      return environmentDeaths[cause]
  }
}
