import type { PartnerModel } from '../core/partner.ts'

/**
 * Whom to ask about the topics, best first: who is likely to know and to answer. Who is thought to lack all of them or has
 * been silent goes last, and is left out where it has nothing to say for sure. Of equals the first by the given order.
 *
 * @param teammates all who could be asked, in the order in which they would be without any picture of them
 */
export function rankPartners(
  teammates: readonly string[],
  partners: readonly PartnerModel[],
  about: readonly string[],
): readonly string[] {
  const ranked = teammates.map((name) => ({
    name,
    ...promiseOf(
      partners.find(({ agent }) => agent === name),
      about,
    ),
  }))
  return ranked
    .filter(({ knowing, answering }) => knowing >= LEAST_KNOWING && answering >= LEAST_ANSWERING)
    .sort((a, b) => b.knowing * b.answering - a.knowing * a.answering)
    .map(({ name }) => name)
}

/** Who is less likely to know is not asked; a lack of knowledge fades, so that it is asked again some day. */
const LEAST_KNOWING = 0.25

/** Four silences without an answer. */
const LEAST_ANSWERING = 0.2

interface Prospect {
  readonly knowing: number
  readonly answering: number
}

/** How likely the partner knows one of the topics, and answers; both 0 to 1. */
function promiseOf(model: PartnerModel | undefined, about: readonly string[]): Prospect {
  if (model === undefined) return { knowing: UNKNOWN, answering: 1 }
  const chances = about.map((topic) => {
    const known = model.knows[topic]
    if (known === undefined) return general(model)
    return known.value ? 0.5 + known.confidence / 2 : 0.5 - known.confidence / 2
  })
  return {
    knowing: Math.max(...chances, about.length === 0 ? general(model) : 0),
    answering: model.answering.expectation,
  }
}

const UNKNOWN = 0.5

/** Who knew much so far is likely to know more; who lacked much, to lack more. */
function general({ knows }: PartnerModel): number {
  const all = Object.values(knows)
  const known = all.filter(({ value }) => value).length
  return (known + 1) / (all.length + 2)
}

/** Whether anything is known about who knows one of the topics; where nothing is, all can be asked at once. */
export function isExpertiseKnown(partners: readonly PartnerModel[], about: readonly string[]): boolean {
  return partners.some(({ knows }) => about.some((topic) => knows[topic] !== undefined))
}
