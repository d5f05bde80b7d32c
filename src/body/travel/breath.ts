import type { Act } from '../acting/act.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import type { Bot } from '../mineflayer-library.ts'

/** Ticks that a full breath lasts under water. Source: Minecraft Wiki, Damage (drowning). */
const FULL_BREATH_TICKS = 300
/** Mineflayer tells the breath that is left in twentieths. */
const FULL_LEVEL = 20
/** What it may take to swim up, in ticks. */
const RESERVE_TICKS = 100
/** With so much breath a bot may go down again. */
const RESTED_LEVEL = 18
/** Ticks after which a bot that finds no air does something else. */
const LONGEST_TICKS = 240
/** Ticks without rising after which what is above is dug away. */
const HELD_BACK_TICKS = 12

/** Whether the head is under water and the breath will not last for that much longer, in ticks, and the way up. */
export function isShortOfBreath(bot: Bot, ticks = 0): boolean {
  return isHeadUnderWater(bot) && breathTicks(bot) < Math.min(ticks + RESERVE_TICKS, FULL_BREATH_TICKS)
}

/** Whether anything that takes so many ticks can be done under water in one breath. */
export function lastsOneBreath(ticks: number): boolean {
  return ticks + RESERVE_TICKS <= FULL_BREATH_TICKS
}

export function isHeadUnderWater(bot: Bot): boolean {
  return isWet(blockAbove(bot, 1.62))
}

/** Swims up, digging through what is in the way, and breathes in. What moved the bot before has to be begun anew. */
export async function comeUpForAir(act: Act): Promise<void> {
  const { bot } = act
  bot.pathfinder.setGoal(null)
  bot.clearControlStates()
  bot.setControlState('jump', true)
  let highest = bot.entity.position.y
  let heldBack = 0
  try {
    for (let tick = 0; tick < LONGEST_TICKS && level(bot) < RESTED_LEVEL; tick++) {
      const { y } = bot.entity.position
      heldBack = y > highest + 0.05 || !isHeadUnderWater(bot) ? 0 : heldBack + 1
      highest = Math.max(highest, y)
      if (heldBack > HELD_BACK_TICKS) await digUpwards(act)
      await act.wait(1)
    }
  } finally {
    bot.setControlState('jump', false)
  }
}

async function digUpwards(act: Act): Promise<void> {
  const { bot } = act
  const roof = blockAbove(bot, 2.1)
  if (roof === null || roof.boundingBox !== 'block') return
  // What does not break leaves the bot where it is: whoever swims up gives up in time.
  await withinTicks(act, LONGEST_TICKS, 'Digging upwards', bot.dig(roof, true)).catch(() => bot.stopDigging())
}

function breathTicks(bot: Bot): number {
  return (level(bot) / FULL_LEVEL) * FULL_BREATH_TICKS
}

function level(bot: Bot): number {
  return bot.oxygenLevel ?? FULL_LEVEL
}

function blockAbove(bot: Bot, height: number) {
  return bot.blockAt(bot.entity.position.offset(0, height, 0))
}

const WET = /^(water|bubble_column|seagrass|tall_seagrass|kelp|kelp_plant)$/

function isWet(block: { readonly name: string } | null): boolean {
  return block !== null && WET.test(block.name)
}
