import { TICK_MS } from '../../core/clock.ts'
import type { TimelineItem } from '../../web/timeline.ts'
import type { Paint } from './style.ts'
import { cleanText, shorten } from './text-fit.ts'

/** Where lines may be as long as they like, this is where they end: the journal has all of it. */
const MOST_PLAIN_COLUMNS = 240

/** A line about something that happened, no wider than asked for. */
export function eventLine(item: Omit<TimelineItem, 'id'>, width: number | null, paint: Paint): string {
  const time = gameTime(item.tick)
  const who = item.agent === null ? '' : `${item.agent} `
  const detail = cleanText(item.detail)
  const what = cleanText(who + item.text)
  const text = detail === '' ? what : `${what.replace(/\.$/, '')}: ${detail}`
  const cut = shorten(text, (width ?? MOST_PLAIN_COLUMNS) - time.length - 2)
  return `${paint('faint', time)}  ${paint(item.tone, cut)}`
}

/** Minutes and seconds of game time: `02:31`. */
export function gameTime(tick: number): string {
  const seconds = Math.floor((tick * TICK_MS) / 1000)
  return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
