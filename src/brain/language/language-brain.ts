import type { Brain } from '../../core/brain.ts'
import type { Embedder } from '../../core/embedder.ts'
import type { ModelRole } from '../../core/model-call.ts'
import type { NameChecks } from '../../core/name-checks.ts'
import { LanguageAuthor } from './roles/language-author.ts'
import { LanguageConverser } from './roles/language-converser.ts'
import { LanguageDecomposer } from './roles/language-decomposer.ts'
import { LanguageDescriber } from './roles/language-describer.ts'
import { LanguageInferrer } from './roles/language-inferrer.ts'
import { LanguageJudge } from './roles/language-judge.ts'
import { LanguageProposer } from './roles/language-proposer.ts'
import { LanguageQuestioner } from './roles/language-questioner.ts'
import { LanguageReflector } from './roles/language-reflector.ts'
import type { RolePlay } from './roles/role-play.ts'

export interface LanguageBrainOptions {
  /** How a model plays the role; null where the planner does. */
  readonly play: (role: ModelRole) => RolePlay | null
  readonly planner: Brain
  /** Whether the planner takes over where a model fails. */
  readonly plannerTakesOver: boolean
  readonly names: NameChecks
  /** Tells which questions are alike; null to know them by their words alone. */
  readonly embedder: Embedder | null
  readonly seed: string
}

/** A brain whose roles are played by language models, each by its own, or by the planner. */
export function createLanguageBrain(options: LanguageBrainOptions): Brain {
  const { play, planner, plannerTakesOver, names, embedder, seed } = options
  const instead = plannerTakesOver ? planner : null
  const by = <Player, T>(role: ModelRole, create: (rolePlay: RolePlay) => Player, other: T): Player | T => {
    const rolePlay = play(role)
    return rolePlay === null ? other : create(rolePlay)
  }
  const questioner = new LanguageQuestioner(play('question'), play('answer'), embedder)
  const decomposer = new LanguageDecomposer(play('decompose'), names)
  return {
    proposer: by(
      'propose',
      (own) =>
        new LanguageProposer(own, {
          names,
          decomposer,
          questioner,
          instead: instead?.proposer ?? null,
          seed,
        }),
      planner.proposer,
    ),
    author: by(
      'author',
      (own) =>
        new LanguageAuthor(own, (view, text) => questioner.contextFor(view, text), instead?.author ?? null),
      planner.author,
    ),
    judge: by('judge', (own) => new LanguageJudge(own, instead?.judge ?? null), planner.judge),
    describer: by('describe', (own) => new LanguageDescriber(own), planner.describer),
    reflector: by(
      'reflect',
      (own) => new LanguageReflector(own, instead?.reflector ?? null),
      planner.reflector,
    ),
    converser: by('converse', (own) => new LanguageConverser(own, planner.converser), planner.converser),
    inferrer: by('infer', (own) => new LanguageInferrer(own, planner.inferrer), planner.inferrer),
  }
}
