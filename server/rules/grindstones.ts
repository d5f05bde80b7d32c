import { enchantmentValue, ground, isGrindable } from '../data/grinding.ts'
import type { Game } from '../game/game.ts'
import { dropExperience } from '../game/orbs.ts'
import type { Player } from '../game/player.ts'
import { playBlockSound } from '../game/sounds.ts'
import { ItemStorage } from '../inventory/item-storage.ts'
import type { WindowLayout } from '../inventory/window.ts'
import { workLayout } from '../inventory/work-window.ts'
import type { WorldBlock } from '../world/world.ts'

/** The window of a grindstone (Minecraft Wiki: Grindstone). */
export function grindstoneLayout(game: Game, player: Player, { position }: WorldBlock): WindowLayout {
  const contents = new ItemStorage(2)
  return workLayout(
    {
      kind: 'grindstone',
      title: 'Repair & Disenchant',
      contents,
      accepts: (stack) => isGrindable(game.registry, stack),
      result: () => ground(game.registry, contents.at(0), contents.at(1)),
      canTake: () => true,
      taken: () => {
        const above = { x: position.x + 0.5, y: position.y + 0.5, z: position.z + 0.5 }
        dropExperience(game, above, freedExperience(game, contents))
        contents.takeAll()
        playBlockSound(game, position, { name: 'block.grindstone.use' })
      },
      properties: () => [],
    },
    player.inventory,
  )
}

/** Half of what the enchantments are worth, to all of it. */
function freedExperience(game: Game, contents: ItemStorage): number {
  const value =
    enchantmentValue(game.registry, contents.at(0)) + enchantmentValue(game.registry, contents.at(1))
  const half = Math.ceil(value / 2)
  return half === 0 ? 0 : half + game.stream('experience').below(half)
}
