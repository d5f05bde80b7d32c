import * as z from 'zod'
import { bossBarColors, bossBarStyles } from '../game/boss-bars.ts'
import type { Game } from '../game/game.ts'

const objectiveSchema = z.strictObject({
  name: z.string(),
  criterion: z.string(),
  title: z.string(),
  scores: z.record(z.string(), z.number()),
  enabled: z.array(z.string()),
})

const teamSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  color: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  friendlyFire: z.boolean(),
  seeFriendlyInvisibles: z.boolean(),
  nameTagVisibility: z.string(),
  collisionRule: z.string(),
  members: z.array(z.string()),
})

const bossBarSchema = z.strictObject({
  name: z.string(),
  uuid: z.string(),
  title: z.strictObject({
    text: z.string(),
    color: z.string().exactOptional(),
    component: z.json().exactOptional(),
  }),
  value: z.number(),
  max: z.number(),
  color: z.enum(bossBarColors),
  style: z.enum(bossBarStyles),
  visible: z.boolean(),
  players: z.array(z.string()),
})

/** Scoreboard, teams and boss bars of a saved game. */
export const displayFactsSchema = z.strictObject({
  objectives: z.array(objectiveSchema).default([]),
  /** Names of objectives by the number of their place on the screen. */
  places: z.record(z.string(), z.string()).default({}),
  teams: z.array(teamSchema).default([]),
  bossBars: z.array(bossBarSchema).default([]),
})

export type DisplayFacts = Readonly<z.infer<typeof displayFactsSchema>>

export function displayFactsOf({ scoreboard, bossBars }: Game): DisplayFacts {
  return {
    objectives: [...scoreboard.objectives.values()].map(({ scores, enabled, ...rest }) => ({
      ...rest,
      scores: Object.fromEntries(scores),
      enabled: [...enabled],
    })),
    places: Object.fromEntries(scoreboard.displays),
    teams: [...scoreboard.teams.values()].map(({ members, ...rest }) => ({ ...rest, members: [...members] })),
    bossBars: [...bossBars.values()].map(({ players, title, ...rest }) => ({
      ...rest,
      title: title as DisplayFacts['bossBars'][number]['title'],
      players: [...players],
    })),
  }
}

export function restoreDisplays({ scoreboard, bossBars }: Game, facts: DisplayFacts): void {
  for (const { scores, enabled, ...rest } of facts.objectives) {
    const known = { ...rest, scores: new Map(Object.entries(scores)), enabled: new Set(enabled) }
    scoreboard.objectives.set(rest.name, known)
  }
  for (const [place, name] of Object.entries(facts.places)) scoreboard.displays.set(Number(place), name)
  for (const { members, ...rest } of facts.teams) {
    scoreboard.teams.set(rest.name, { ...rest, members: new Set(members) })
  }
  for (const { players, ...rest } of facts.bossBars) {
    bossBars.set(rest.name, { ...rest, players: new Set(players) })
  }
}
