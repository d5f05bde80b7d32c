import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { delays } from '../game/weather.ts'
import type { Packet } from '../protocol/packet.ts'

/** How far the sky goes over to other weather in a tick. */
const FADE = 0.01

export type WeatherKind = 'clear' | 'rain' | 'thunder'

/** Lets the weather change when its time is over, and the sky follow. Source: Minecraft Wiki, "Weather". */
export function tickWeather(game: Game): void {
  const { weather } = game
  if (game.rules.weatherCycle) passTime(game)
  const wasWet = weather.rainLevel > 0.2
  const rainLevel = faded(weather.rainLevel, weather.raining)
  const thunderLevel = faded(weather.thunderLevel, weather.thundering)
  const players = [...game.players.values()]
  if (rainLevel !== weather.rainLevel) {
    weather.rainLevel = rainLevel
    game.sendTo(players, change('rain_level_change', rainLevel))
  }
  if (thunderLevel !== weather.thunderLevel) {
    weather.thunderLevel = thunderLevel
    game.sendTo(players, change('thunder_level_change', thunderLevel))
  }
  if (wasWet === rainLevel > 0.2) return
  for (const player of players) tellWeather(game, player, !wasWet)
}

/** Makes it rain, thunder or clear up. @param ticks until the weather changes by itself again; drawn unless given */
export function setWeather(game: Game, kind: WeatherKind, ticks: number | null): void {
  const { weather } = game
  const time = ticks ?? weather.draw(delays[kind])
  weather.raining = kind !== 'clear'
  weather.thundering = kind === 'thunder'
  weather.rainTime = time
  weather.thunderTime = time
}

/** Tells a player who joins of the rain that falls. */
export function showWeather(game: Game, player: Player): void {
  if (game.weather.rainLevel > 0.2) tellWeather(game, player, true)
}

/** Vanilla counts its sky as wet from a fifth on, says so once, and repeats the levels with it. */
function tellWeather(game: Game, player: Player, wet: boolean): void {
  const { rainLevel, thunderLevel } = game.weather
  player.connection.send(change(wet ? 'start_raining' : 'stop_raining', 0))
  player.connection.send(change('rain_level_change', rainLevel))
  player.connection.send(change('thunder_level_change', thunderLevel))
}

function passTime({ weather }: Game): void {
  weather.rainTime -= 1
  weather.thunderTime -= 1
  if (weather.rainTime <= 0) {
    weather.raining = !weather.raining
    weather.rainTime = weather.draw(weather.raining ? delays.rain : delays.clear)
  }
  if (weather.thunderTime <= 0) {
    weather.thundering = !weather.thundering
    weather.thunderTime = weather.draw(weather.thundering ? delays.thunder : delays.clear)
  }
}

function faded(level: number, on: boolean): number {
  const next = on ? level + FADE : level - FADE
  return Math.max(0, Math.min(1, Math.round(next * 100) / 100))
}

function change(reason: string, value: number): Packet {
  return { name: 'game_state_change', params: { reason, gameMode: value } }
}
