import { describe, expect, it } from 'vitest'
import type { MemoryChange } from '../../../src/core/memory-change.ts'
import { settleEdit } from '../../../src/memory/edit-belief.ts'
import { importDocument } from '../../../src/memory/import-document.ts'
import { memoryDocument } from '../../../src/memory/memory-document.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { exampleBelief, exampleEvidence, exampleMessage } from '../../support/memory-examples.ts'

const note = (number: number, agent = 'Ada', from: readonly string[] = []) =>
  exampleBelief({
    id: `${agent}-belief-${number}`,
    sentence: `Note ${number} of ${agent}.`,
    claim: null,
    source: { type: 'inferred', from: [...from] },
  })

function memoryOf(...changes: readonly MemoryChange[]): VolatileMemory {
  const memory = new VolatileMemory()
  memory.apply(0, changes)
  return memory
}

const holding = (...beliefs: readonly ReturnType<typeof note>[]) =>
  memoryOf(...beliefs.map((belief): MemoryChange => ({ type: 'belief-set', belief })))

describe('importDocument()', () => {
  it('gives facts that the owner never had the next ids, also in a document of its own', () => {
    const ada = { run: 'run', agent: 'Ada' }
    const document = memoryDocument(ada, holding(note(1), note(9)))
    const changes = importDocument(document, ada, holding(note(1), note(2)))
    expect(changes).toEqual([{ type: 'belief-set', belief: { ...note(9), id: 'Ada-belief-3' } }])
  })

  it('has what was concluded from other facts follow their new ids', () => {
    const theirs = holding(note(1, 'Ben'), note(2, 'Ben', ['Ben-belief-1', 'Ben-1-1-5']))
    const document = memoryDocument({ run: 'run', agent: 'Ben' }, theirs)
    const imported = importDocument(document, { run: 'run', agent: 'Ada' }, holding(note(1)))
    expect(imported).toMatchObject([
      { belief: { id: 'Ada-belief-2' } },
      { belief: { id: 'Ada-belief-3', source: { from: ['Ada-belief-2', expect.any(String)] } } },
    ])
  })

  it('brings messages back once, and takes none of somebody else', () => {
    const ada = { run: 'run', agent: 'Ada' }
    const said = memoryOf({ type: 'message-noted', message: exampleMessage() })
    const document = memoryDocument(ada, said)
    expect(importDocument(document, ada, new VolatileMemory())).toHaveLength(1)
    expect(importDocument(document, ada, said)).toEqual([])
    expect(importDocument(document, { ...ada, run: 'other' }, new VolatileMemory())).toEqual([])
  })
})

describe('settleEdit()', () => {
  const told = exampleEvidence({ supports: true, source: { type: 'told', by: 'Ben', message: 'm' } })
  const before = exampleBelief({ evidence: [told, exampleEvidence({ supports: true }), exampleEvidence()] })

  it('keeps of the evidence what agrees and was not seen, and adds the edit as the last word', () => {
    const refuted = settleEdit(before, { ...before, status: 'refuted' }, 90)
    expect(refuted.evidence).toMatchObject([{ supports: false, source: { type: 'seen' }, tick: 90 }])
    const held = settleEdit(refuted, { ...refuted, status: 'held', evidence: refuted.evidence }, 95)
    expect(held.evidence).toMatchObject([{ supports: true, tick: 95 }])
    const open = settleEdit({ ...before, status: 'open' }, before, 90)
    expect(open.evidence).toMatchObject([told, { supports: true, tick: 90 }])
  })

  it('leaves evidence alone that was edited itself, and what is edited beside it', () => {
    const edited = { ...before, status: 'refuted' as const, evidence: [told] }
    expect(settleEdit(before, edited, 90).evidence).toEqual([told])
    expect(settleEdit(before, { ...before, confidence: 0.2 }, 90).evidence).toEqual(before.evidence)
  })
})
