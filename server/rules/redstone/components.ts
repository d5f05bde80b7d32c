import type { Position } from '../../../src/core/position.ts'
import type { Game } from '../../game/game.ts'
import { positionKey } from '../../world/position-key.ts'
import type { WorldBlock } from '../../world/world.ts'
import { dispense, noteTrigger } from '../automation/dispensing.ts'
import { otherHalf } from '../breaking.ts'
import { isOpenable, powerDoor } from '../doors.ts'
import { powerNoteBlock } from '../note-blocks.ts'
import { ripenCompost } from '../stations/composters.ts'
import { igniteTnt } from '../tnt.ts'
import { dustShape, settleDust } from './dust.ts'
import { switchLamp, turnOffLamp } from './lamps.ts'
import { holdPlate } from './pressure-plates.ts'
import { noteRepeater, turnRepeater } from './repeaters.ts'
import { powerAt } from './signals.ts'
import { noteTorch, turnTorch } from './torches.ts'

/** What a block does when its power may have changed, and what it does after its delay. */
interface Component {
  readonly names: RegExp
  readonly react?: (game: Game, block: WorldBlock) => void
  readonly act?: (game: Game, block: WorldBlock) => void
}

const components: readonly Component[] = [
  { names: /^redstone_wire$/, react: reactDust },
  { names: /^redstone_(wall_)?torch$/, react: noteTorch, act: turnTorch },
  { names: /^repeater$/, react: noteRepeater, act: turnRepeater },
  { names: /^redstone_lamp$/, react: switchLamp, act: turnOffLamp },
  { names: /^(dispenser|dropper)$/, react: noteTrigger, act: dispense },
  { names: /^hopper$/, react: reactHopper },
  { names: /^tnt$/, react: reactTnt },
  { names: /^note_block$/, react: powerNoteBlock },
  { names: /^composter$/, act: ripenCompost },
  { names: /_pressure_plate$/, act: holdPlate },
  { names: /_(door|trapdoor|fence_gate)$/, react: reactDoor },
]

/** Whether the block does something with power. */
export function isReceiver(name: string): boolean {
  return components.some(({ names }) => names.test(name))
}

/** Lets the block at the position look at its power. */
export function react(game: Game, position: Position): void {
  if (game.world.blockStateAt(position) === 0) return
  const block = game.world.blockAt(position)
  components.find(({ names }) => names.test(block.name))?.react?.(game, block)
}

/** Lets the blocks act whose delay is over. */
export function tickRedstone(game: Game): void {
  if (game.redstone.ticks.isEmpty) return
  for (const position of game.redstone.ticks.take(game.tick)) {
    const block = game.world.blockAt(position)
    components.find(({ names }) => names.test(block.name))?.act?.(game, block)
  }
}

function reactDust(game: Game, { position, name, properties }: WorldBlock): void {
  game.world.setBlock(position, name, { ...properties, ...dustShape(game, position) })
  const { settledDust } = game.redstone
  if (settledDust.has(positionKey(position))) return
  // Marked before the states change, so that the changes of dust do not settle the net again.
  for (const dust of settleDust(game, position)) settledDust.add(positionKey(dust))
}

function reactDoor(game: Game, block: WorldBlock): void {
  if (!isOpenable(block)) return
  const parts = [block, otherHalf(game, block)]
  const isPowered = parts.some((part) => part !== null && powerAt(game, part.position) > 0)
  powerDoor(game, block, isPowered)
}

/** Power stops a hopper (Minecraft Wiki, "Hopper"). */
function reactHopper(game: Game, { position, name, properties }: WorldBlock): void {
  game.world.setBlock(position, name, { ...properties, enabled: String(powerAt(game, position) === 0) })
}

function reactTnt(game: Game, { position }: WorldBlock): void {
  if (powerAt(game, position) > 0) igniteTnt(game, position)
}
