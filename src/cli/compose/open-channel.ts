import { type ChatBody, GameChannel } from '../../channel/game-chat/game-channel.ts'
import { SilentChannel } from '../../channel/silent-channel.ts'
import type { Channel } from '../../core/channel.ts'
import type { Clock } from '../../core/clock.ts'
import { gameNames } from '../../mind/game-names.ts'
import type { TeamFile } from '../team-schema.ts'

export interface ChannelParts {
  readonly body: ChatBody
  readonly clock: Clock
  /** Of the game whose names are read out of what people say. */
  readonly gameVersion: string
  /** Aborts when the run ends. */
  readonly signal: AbortSignal
}

/** Skills chat up to once in 40 ticks themselves: together that is what servers bear. */
const PAUSE_BESIDE_SKILLS = 40

/** How the team talks, as its file says. People in the game can join in unless there is no talk at all. */
export function openChannel(
  team: Pick<TeamFile, 'channel' | 'agents' | 'gameChat'>,
  { gameVersion, ...parts }: ChannelParts,
): Channel {
  if (team.channel === 'none') return new SilentChannel(parts.clock)
  return new GameChannel({
    ...parts,
    names: gameNames(gameVersion),
    team: team.agents.map(({ name }) => name),
    between: team.channel === 'game-chat' ? 'chat' : 'process',
    ...(team.gameChat && { pauseTicks: PAUSE_BESIDE_SKILLS }),
  })
}
