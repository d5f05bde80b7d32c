import type { AgentId } from './agent-id.ts'
import type { Attachment } from './attachment.ts'
import type { Attempt, Verdict } from './attempt.ts'
import type { Belief, BeliefDraft } from './belief.ts'
import type { Claim } from './claim.ts'
import type { Task, TaskProposal } from './desire.ts'
import type { Episode } from './episode.ts'
import type { Goal } from './goal.ts'
import type { ItemCounts } from './item-counts.ts'
import type { Json } from './json.ts'
import type { Knowledge } from './knowledge.ts'
import type { SkillLibrary } from './memory.ts'
import type { Message } from './message.ts'
import type { PartnerModel, Perspective } from './partner.ts'
import type { Percept } from './percept.ts'
import type { Skill, SkillDraft } from './skill.ts'

/** The state of one mind at one moment, as its brain may see it. Immutable. */
export interface MindView {
  readonly agent: AgentId
  readonly percept: Percept
  /** Held and refuted beliefs, oldest first. */
  readonly beliefs: readonly Belief[]
  readonly knowledge: Knowledge
  readonly skills: SkillLibrary
  readonly tasks: readonly Task[]
  /** The other agents of the team, by name. */
  readonly teammates: readonly AgentId[]
  /** Whether it lacks the faculty of talking, so that it asks nobody; left out when it can talk. */
  readonly isMute?: boolean
  /** What it thinks of each partner; empty without that faculty. */
  readonly partners: readonly PartnerModel[]
  /** The side of the one that is spoken to; null when nobody is, and without that faculty. */
  readonly perspective: Perspective | null
  /** What the agent itself is to reach now; null when it has nothing to do but to help. Left out when it is free to choose. */
  readonly aim?: Goal | null
}

/** What memory brought up for the task at hand. */
export interface Recollection {
  readonly skills: readonly Skill[]
  readonly episodes: readonly Episode[]
  readonly facts: readonly Belief[]
}

/** What an author hands in: code to run, or the reason why it cannot write any, with what it would have to know. */
export type Authored =
  | {
      readonly type: 'skill'
      readonly draft: SkillDraft
      readonly arguments: readonly Json[]
      readonly reused: { readonly name: string; readonly version: number } | null
      /** Keys of the claims that the code relies on: when one changes, the same code may be tried again. */
      readonly dependsOn: readonly string[]
      /** Keys of the claims that it counts on as things are now, what matters most first; left out where that is not known. */
      readonly countsOn?: readonly string[]
    }
  | { readonly type: 'blocked'; readonly reason: string; readonly questions: readonly Question[] }

/** Something that an agent wants to know. */
export interface Question {
  readonly text: string
  /** Names of the items, blocks or mobs in question. */
  readonly about: readonly string[]
  /** Items that would make an answer needless if a partner gave them. */
  readonly wants?: ItemCounts
}

export interface AuthorRequest {
  readonly task: Task
  readonly recollection: Recollection
  /** Earlier attempts of this step, oldest first. */
  readonly attempts: readonly Attempt[]
}

/** What an agent answers to a message; null when it has nothing to say. */
export interface Reply {
  readonly act: Message['act']
  readonly text: string
  readonly about: readonly string[]
  readonly claims: readonly Claim[]
  /** What the speaker goes by without vouching for it. */
  readonly assumptions?: readonly Claim[]
  /** What the speaker holds to be false. */
  readonly denies?: readonly Claim[]
  /** What a model took and gave to find the words; left out where none did. */
  readonly tokens?: number
  readonly attachment?: Attachment
}

/** Chooses what to do next. Null when nothing is left to want. `teamGoal` is what the team was started for, if anything. */
export interface Proposer {
  /** @param episodes what the agent remembers of what it did, the newest first */
  propose(view: MindView, teamGoal: Goal | null, episodes?: readonly Episode[]): Promise<TaskProposal | null>
  /** What the goal would take the agent, in rough units of one block mined nearby; infinite where it knows no way. */
  price?(view: MindView, goal: Goal): Promise<number>
}

/** Writes skill code for a task, or chooses a library skill that fits. */
export interface Author {
  author(view: MindView, request: AuthorRequest): Promise<Authored>
}

/** Judges an attempt at a task that has no machine-checkable goal. */
export interface Judge {
  judge(view: MindView, task: Task, attempt: Omit<Attempt, 'verdict'>): Promise<Verdict>
}

/** Words the description that a skill is filed and found under. */
export interface Describer {
  describe(draft: SkillDraft, task: Task): Promise<string>
}

/** Draws facts from what happened. */
export interface Reflector {
  reflect(view: MindView, episode: Episode, attempts: readonly Attempt[]): Promise<readonly BeliefDraft[]>
}

/** Speaks: words a question to a partner, answers one. */
export interface Converser {
  ask(view: MindView, partner: AgentId, task: Task, questions: readonly Question[]): Promise<Reply>
  answer(view: MindView, message: Message): Promise<Reply | null>
}

/** Reads messages: what they say about the world and about who sent them. */
export interface Inferrer {
  infer(view: MindView, message: Message): Promise<readonly BeliefDraft[]>
}

/** All reasoning roles of one agent. Each can be played by another implementation. */
export interface Brain {
  readonly proposer: Proposer
  readonly author: Author
  readonly judge: Judge
  readonly describer: Describer
  readonly reflector: Reflector
  readonly converser: Converser
  readonly inferrer: Inferrer
}
