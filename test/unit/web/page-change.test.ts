import { expect, it } from 'vitest'
import { changeBetween } from '../../../src/web/page-change.ts'
import { foldPageState, initialPageState } from '../../../src/web/page-state.ts'
import { sampleRun } from '../../scenario/web/sample-run.ts'

it('changeBetween() holds the new head, the agents that differ and the new items only', () => {
  const before = sampleRun().slice(0, -2).reduce(foldPageState, initialPageState('a run'))
  const after = sampleRun().slice(-2).reduce(foldPageState, before)
  const change = changeBetween(before, after)
  expect(change.head).toMatchObject({ tick: 120, title: 'first-steps' })
  expect(change.order).toEqual(['Ada', 'Ben'])
  expect(change.timeline.map(({ text }) => text)).toEqual(['tells Ben'])
  expect(changeBetween(after, after).agents).toEqual([])
})
