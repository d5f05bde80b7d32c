import type { BeliefDraft, BeliefSource } from '../core/belief.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import { readClaims, sentencesOf } from '../core/reading/read-claims.ts'
import type { GameNames } from '../core/reading/read-name.ts'

/** A text that was given to a team: a guide, an excerpt of a wiki, the rules of a server. */
export interface Document {
  /** How it is called, such as the name of its file; claims are weighed as the word of that name. */
  readonly name: string
  /** Markdown or plain text. */
  readonly text: string
}

/** How far a document's word is trusted. */
const TRUST = 0.8

/** A longer passage is cut at the end of a sentence, so that what comes to mind fits into a prompt. */
const LONGEST_PASSAGE = 600

/**
 * What a document says, as beliefs that name it and the line: each claim that can be read out of it, and each passage that
 * says something else, under its headings, to be recalled by its words. The text is data: nothing in it is obeyed.
 */
export function documentBeliefs(document: Document, names: GameNames): readonly BeliefDraft[] {
  return passagesOf(document.text).flatMap(({ heading, text, line }) => {
    const source = sourceOf(document, line)
    const claims = sentencesOf(text).map((sentence) => readClaims(sentence, names))
    const beliefs = claims.flat().map(
      (claim): BeliefDraft => ({
        kind: 'task',
        sentence: claimSentence(claim),
        claim,
        source,
        confidence: TRUST,
      }),
    )
    if (claims.every((read) => read.length > 0)) return beliefs
    const sentence = heading === '' ? text : `${heading}: ${text}`
    return [...beliefs, { kind: 'task', sentence, claim: null, source, confidence: TRUST }]
  })
}

function sourceOf({ name }: Document, line: number): BeliefSource {
  return {
    type: 'told',
    by: name,
    message: `${name}:${line}`,
    grounds: { basis: 'unknown', path: [name] },
  }
}

interface Passage {
  /** The headings that it stands under, the outermost first. */
  readonly heading: string
  readonly text: string
  /** Line of the document on which it starts, from 1. */
  readonly line: number
}

function passagesOf(text: string): readonly Passage[] {
  const headings: string[] = []
  const passages: Passage[] = []
  let open: { lines: string[]; line: number } | null = null
  const close = () => {
    if (open !== null)
      passages.push(...cut({ heading: headings.filter(Boolean).join(', '), ...joined(open) }))
    open = null
  }
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const heading = /^(?<marks>#{1,6})\s+(?<title>.+?)\s*#*$/.exec(raw)?.groups
    if (heading !== undefined || raw.trim() === '') close()
    if (heading !== undefined) {
      const depth = (heading.marks ?? '').length
      headings.length = depth - 1
      headings[depth - 1] = heading.title ?? ''
    } else if (raw.trim() !== '') {
      open ??= { lines: [], line: index + 1 }
      open.lines.push(raw.trim())
    }
  }
  close()
  return passages
}

/** Lines of a list stay lines of their own; those of a paragraph are one text. */
function joined({ lines, line }: { readonly lines: readonly string[]; readonly line: number }) {
  const text = lines.reduce((so, next) => `${so}${/^([-*•]|\d+[.)])\s/.test(next) ? '\n' : ' '}${next}`)
  return { text, line }
}

function cut(passage: Passage): readonly Passage[] {
  if (passage.text.length <= LONGEST_PASSAGE) return [passage]
  const pieces: string[] = []
  for (const sentence of passage.text.split(/(?<=[.!?])\s+|\n/)) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length + sentence.length < LONGEST_PASSAGE) {
      pieces[pieces.length - 1] = `${last} ${sentence}`
    } else pieces.push(...(sentence.match(new RegExp(`.{1,${LONGEST_PASSAGE}}`, 'gs')) ?? []))
  }
  return pieces.map((text) => ({ ...passage, text }))
}
