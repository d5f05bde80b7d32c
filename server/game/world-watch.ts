import { noteHopper } from '../rules/automation/hoppers.ts'
import { dropHeavyBlocks } from '../rules/falling-blocks.ts'
import { smotherFarmland } from '../rules/farmland.ts'
import { noteFire } from '../rules/fire/spreading-fire.ts'
import { wakeFluids } from '../rules/fluid-flow.ts'
import { noteGrowth } from '../rules/growing-area.ts'
import { wakeItems } from '../rules/item-physics.ts'
import { noteLeaves } from '../rules/leaf-decay.ts'
import { noteRedstone } from '../rules/redstone/spread-power.ts'
import { reshapeAround } from '../rules/shapes/reshape.ts'
import { spill } from '../rules/spilling.ts'
import { detachStems } from '../rules/stems.ts'
import { dropUnsupported } from '../rules/support.ts'
import { noteWorkplace } from '../rules/workplaces.ts'
import type { Game } from './game.ts'

/** Tells clients about every change of a block, and lets the change have its effects. */
export function watchWorld(game: Game): void {
  game.world.onChange(({ position, before, after, removedEntity }) => {
    game.sendNear(position, { name: 'block_change', params: { location: position, type: after } })
    spill(game, position, removedEntity)
    wakeItems(game, position)
    dropUnsupported(game, position)
    reshapeAround(game, position, before, after)
    dropHeavyBlocks(game, position)
    wakeFluids(game, position)
    noteRedstone(game, position, before, after)
    noteHopper(game, position, after)
    noteFire(game, position, after)
    noteGrowth(game, position, after)
    noteLeaves(game, position, before, after)
    smotherFarmland(game, position, after)
    detachStems(game, position, before)
    noteWorkplace(game, position, before, after)
  })
}
