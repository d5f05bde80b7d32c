import type { Reply } from '../core/brain.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import { lowerFirst } from '../core/lower-first.ts'
import type { Message } from '../core/message.ts'
import type { Percept } from '../core/percept.ts'
import { playerMay } from '../core/player-rights.ts'
import type { Mind } from './mind.ts'

type Hearer = Pick<Mind, 'agent' | 'teammates' | 'players'>

/** Whether the name is that of a player who is no agent of the team. */
export function isPerson({ agent, teammates }: Pick<Hearer, 'agent' | 'teammates'>, name: string): boolean {
  return name !== agent && !teammates.includes(name)
}

/** Whether what the sender says about the world is weighed: teammates' words are, and people's where the team file says so. */
export function mayTeach(mind: Hearer, { from }: Message): boolean {
  return !isPerson(mind, from) || playerMay(mind.players, from, 'teach')
}

/** People in the game whose answers would be believed, whom to ask where no teammate knows. */
export function teachersIn({ players = [] }: Percept, mind: Hearer): readonly string[] {
  return players.filter((name) => isPerson(mind, name) && playerMay(mind.players, name, 'teach'))
}

/** Whether the message is a task from a person who may give some. Teammates propose tasks, they do not give them. */
export function isOrder(mind: Hearer, { from, attachment }: Message): boolean {
  return attachment?.type === 'task' && isPerson(mind, from) && playerMay(mind.players, from, 'order')
}

/**
 * What a person hears at once, whatever the brain: that its task is taken, or why something is not done. Null where the
 * brain is to answer, and for teammates.
 *
 * @param isAtWork whether the agent still takes steps
 */
export function answerToPerson(mind: Hearer, heard: Message, isAtWork: boolean): Reply | null {
  const { from, attachment, claims } = heard
  if (!isPerson(mind, from)) return null
  if (!playerMay(mind.players, from, 'talk')) return plain('refuse', 'Sorry, I am to talk with my team only.')
  if (attachment?.type === 'task') {
    if (!isOrder(mind, heard)) return plain('refuse', 'Sorry, I am not to take tasks from you.')
    return isAtWork
      ? plain('accept', `I will do that next: ${lowerFirst(attachment.text)}.`)
      : plain('refuse', 'Sorry, my work here is done.')
  }
  if (claims.length > 0 && !mayTeach(mind, heard))
    return plain('refuse', 'Thank you, but I am to learn from my team only.')
  return null
}

/** For a person that taught something which the brain had nothing to say against; null for all else. */
export function thanksTo(mind: Hearer, { from, act, claims }: Message): Reply | null {
  if (!isPerson(mind, from) || act !== 'tell' || claims.length === 0) return null
  const said = claims.slice(0, MOST_REPEATED).map(claimSentence)
  const more = claims.length - said.length
  const rest = more === 0 ? '' : ` And ${more} more.`
  return plain('thank', `Thank you, ${from}. I will bear in mind: ${said.join(' ')}${rest}`)
}

/** Who has taught much need not read all of it again. */
const MOST_REPEATED = 2

function plain(act: Reply['act'], text: string): Reply {
  return { act, text, about: [], claims: [] }
}
