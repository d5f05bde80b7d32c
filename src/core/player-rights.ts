import * as z from 'zod'

/** What a player who is no agent of the team may do with its agents. */
export const playerRightsSchema = z.strictObject({
  name: z.string().min(1).describe('Its player name in the game; "*" for everybody else.'),
  may: z
    .array(z.enum(['talk', 'teach', 'order']))
    .default(['talk'])
    .describe(
      '"talk": is answered; "teach": is believed, and asked where no teammate knows; "order": can give tasks.',
    ),
})

export type PlayerRights = Readonly<z.infer<typeof playerRightsSchema>>
export type PlayerRight = PlayerRights['may'][number]

/** Whether the player may do so: by its own entry, else by the entry for everybody, else it may talk. */
export function playerMay(players: readonly PlayerRights[], name: string, right: PlayerRight): boolean {
  const entry =
    players.find((player) => player.name === name) ?? players.find((player) => player.name === '*')
  return entry === undefined ? right === 'talk' : entry.may.includes(right)
}
