import type { Skill } from '../core/skill.ts'
import type { Offer } from './collaboration/consider-offers.ts'
import type { Mind } from './mind.ts'
import type { Worker } from './step.ts'
import type { StepDraft } from './step-draft.ts'
import type { Verification } from './verification.ts'

/** Brings the results of trials that have ended into the step: a skill that held from another start is verified. */
export function takeVerifications({ mind, verifications }: Worker, draft: StepDraft): void {
  for (const verification of verifications.take()) {
    const { skill, result, offer } = verification
    const { name, version } = skill
    mind.record({ type: 'skill-tried', name, version, held: result.held, reason: result.reason })
    if (offer !== null) admitOffer(mind, draft, { ...verification, offer })
    const known = offer === null ? draft.skills.find(name, version) : null
    if (known === null) continue
    const judged = afterTrial(known, verification)
    draft.setSkill(judged)
    if (judged.status === known.status) continue
    mind.record({
      type: 'skill-admitted',
      name,
      version,
      status: judged.status,
      description: judged.description,
    })
  }
}

/** A trial counts as a run. A skill that failed it stays provisional: the next success or trial decides. */
function afterTrial(skill: Skill, { result }: Verification): Skill {
  const { runs, successes, lastTick } = skill.statistics
  const statistics = { runs: runs + 1, successes: successes + (result.held ? 1 : 0), lastTick }
  const status = result.held && skill.status === 'provisional' ? 'verified' : skill.status
  return { ...skill, status, statistics }
}

/**
 * Takes over what a teammate offered, once it has held here: the skill as verified, what it calls as provisional. Nothing is
 * taken over when it did not hold, or when its name and number were taken in the meantime.
 */
function admitOffer(
  mind: Mind,
  draft: StepDraft,
  { skill, result, offer }: Verification & { readonly offer: Offer },
): void {
  const taken = offer.skills.find(({ name, version }) => (draft.skills.find(name)?.version ?? 0) >= version)
  const reason = taken === undefined ? result.reason : `Another "${taken.name}" was learned in the meantime.`
  if (!result.held || taken !== undefined) {
    mind.record({ type: 'skill-declined', name: skill.name, from: offer.from, reason })
    return
  }
  for (const each of offer.skills) {
    const isOffered = each.name === skill.name
    const statistics = { runs: 1, successes: 1, lastTick: mind.clock.tick() }
    const admitted: Skill = isOffered ? { ...each, status: 'verified', statistics } : each
    draft.setSkill(admitted)
    const { name, version, status, description } = admitted
    mind.record({ type: 'skill-admitted', name, version, status, description })
  }
}
