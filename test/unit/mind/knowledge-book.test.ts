import { expect, test } from 'vitest'
import type { Claim } from '../../../src/core/claim.ts'
import { innateClaims } from '../../../src/mind/innate-knowledge.ts'
import { knowledgeBook } from '../../../src/mind/knowledge-book.ts'
import { grantedClaims } from '../../../src/mind/knowledge-spec.ts'
import { revise } from '../../../src/mind/revise.ts'
import { draftOf } from './belief-arbitraries.ts'

const full = innateClaims('1.21.4')
const novice = grantedClaims(full, 'novice')
const occasion = { tick: 1, agent: 'Ada', innate: full }

test('knowledgeBook() of an expert is the full one, also after what it knows was confirmed', () => {
  const drops = full.find((claim) => claim.type === 'drop' && claim.block === 'stone') as Claim
  const beliefs = revise([], [draftOf(drops, { type: 'seen' })], occasion)

  expect(knowledgeBook(full, true, beliefs)).toEqual({ scope: 'full' })
})

test('knowledgeBook() of an expert that gave up a claim lists the rest', () => {
  const tool = full.find((claim) => claim.type === 'tool' && claim.block === 'stone') as Claim
  const book = knowledgeBook(full, true, revise([], [draftOf(tool, { type: 'seen' }, 0)], occasion))

  const inBooks = full.filter(({ type }) => type !== 'depth')
  expect(book.scope === 'listed' && book.claims).toHaveLength(inBooks.length - 1)
  expect(book).not.toMatchObject({ claims: expect.arrayContaining([tool]) })
})

test('knowledgeBook() of a novice holds what it was told, and no places', () => {
  const recipe: Claim = {
    type: 'recipe',
    item: 'lever',
    makes: 1,
    ingredients: { cobblestone: 1, stick: 1 },
    table: false,
  }
  const place: Claim = { type: 'place', what: 'chest', position: { x: 0, y: 0, z: 0 } }
  const told = { type: 'told', by: 'Ben', message: 'm' } as const
  const beliefs = revise([], [draftOf(recipe, told), draftOf(place, told)], { ...occasion, innate: novice })
  const book = knowledgeBook(novice, false, beliefs)

  expect(book).toEqual({ scope: 'listed', claims: [recipe, ...novice] })
})
