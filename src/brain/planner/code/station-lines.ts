import { kindOf } from '../kind.ts'
import { type Pen, quoted } from './pen.ts'

/** How near a placed station is used from where it stands, in blocks. */
const NEAR = 24

/** Code for a block that one works at. What it needs is got before the ingredients, so that it does not use them up. */
export interface StationLines {
  readonly setup: readonly string[]
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** After work at the station: there may be no way to the one that was found. */
  readonly tried: readonly string[]
}

export const NO_STATION: StationLines = { setup: [], before: [], after: [], tried: [] }

export function stationLines(station: string, pen: Pen): StationLines {
  const obtain = pen.obtain(kindOf(station), '1')
  return {
    setup: [
      'let isCutOff = false',
      'const isAtHand = () =>',
      `  !isCutOff && bot.findBlock({ matching: mcData.blocksByName.${station}.id, maxDistance: ${NEAR} }) !== null`,
    ],
    before: [`if (!isAtHand()) ${obtain}`],
    after: [
      'if (!isAtHand()) {',
      `  ${obtain}`,
      `  await ${pen.seed('placeNearby')}(bot, ${quoted(station)})`,
      '  isCutOff = false',
      '}',
    ],
    tried: ["if (result.code === 'no-path') isCutOff = true"],
  }
}
