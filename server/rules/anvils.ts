import type { Position } from '../../src/core/position.ts'
import { type AnvilWork, anvilWork } from '../data/anvil-work.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { playBlockSound } from '../game/sounds.ts'
import { type ItemStack, withCount } from '../inventory/item-stack.ts'
import { ItemStorage } from '../inventory/item-storage.ts'
import type { WindowLayout } from '../inventory/window.ts'
import { workLayout } from '../inventory/work-window.ts'
import type { WorldBlock } from '../world/world.ts'
import { addLevels } from './experience.ts'

const LONGEST_NAME = 50
/** Chance that an anvil suffers by its use, and what it becomes then. */
const WEAR_CHANCE = 0.12
const worn: Readonly<Record<string, string>> = {
  anvil: 'chipped_anvil',
  chipped_anvil: 'damaged_anvil',
  damaged_anvil: 'air',
}

/** The window of an anvil (Minecraft Wiki: Anvil). */
export function anvilLayout(game: Game, player: Player, block: WorldBlock): WindowLayout {
  const contents = new ItemStorage(2)
  const typed = { name: '' }
  const work = workFinder(game, player, contents, typed)
  return workLayout(
    {
      kind: 'anvil',
      title: 'Repair & Name',
      contents,
      accepts: () => true,
      result: () => work()?.result ?? null,
      canTake: () => mayPay(player, work()?.cost ?? 0),
      taken: () => {
        const done = work()
        if (done !== null) finish(game, player, { contents, done, position: block.position })
      },
      properties: () => [work()?.cost ?? 0],
      rename: (name) => {
        if (name.length <= LONGEST_NAME) typed.name = name
      },
    },
    player.inventory,
  )
}

/** Works out again only what has changed. */
function workFinder(
  game: Game,
  player: Player,
  contents: ItemStorage,
  typed: { readonly name: string },
): () => AnvilWork | null {
  let known: { left: ItemStack; right: ItemStack | null; name: string; work: AnvilWork | null } | null = null
  return () => {
    const [left, right] = [contents.at(0), contents.at(1)]
    if (left === null) return null
    const isKnown = known?.left === left && known.right === right && known.name === typed.name
    if (known !== null && isKnown) return known.work
    const isCreative = player.gameMode === 'creative'
    const work = anvilWork(game.registry, { left, right, name: typed.name, isCreative })
    known = { left, right, name: typed.name, work }
    return work
  }
}

function mayPay(player: Player, cost: number): boolean {
  return player.gameMode === 'creative' || player.experienceLevel >= cost
}

interface FinishedWork {
  readonly contents: ItemStorage
  readonly done: AnvilWork
  readonly position: Position
}

function finish(game: Game, player: Player, { contents, done, position }: FinishedWork): void {
  const right = contents.at(1)
  contents.put(0, null)
  playBlockSound(game, position, { name: 'block.anvil.use', spread: 0.1 })
  if (right !== null) contents.put(1, withCount(right, right.count - done.usedRight))
  if (player.gameMode === 'creative') return
  addLevels(player, -done.cost)
  if (game.stream('anvil').float() < WEAR_CHANCE) wearAnvil(game, position)
}

function wearAnvil(game: Game, position: Position): void {
  const { name, properties } = game.world.blockAt(position)
  const next = worn[name]
  if (next === undefined) return
  game.world.setBlock(position, next, next === 'air' ? {} : { facing: properties.facing ?? 'north' })
}
