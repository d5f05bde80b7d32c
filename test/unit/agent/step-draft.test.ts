import { expect, test } from 'vitest'
import { Acquaintances } from '../../../src/agent/acquaintances.ts'
import { Correspondence } from '../../../src/agent/correspondence.ts'
import { StepDraft } from '../../../src/agent/step-draft.ts'
import { examplePercept } from '../../support/examples.ts'
import { GOAL, Team } from '../../support/scripted-team.ts'

test('an agent keeps its own goal in view from the start, so that it gives nothing away that this takes', () => {
  const { mind } = new Team().add('Ben', {})
  const acquaintances = new Acquaintances(mind, new Correspondence('Ben'))
  const draftOf = (together?: 'all') =>
    new StepDraft({ mind: { ...mind, ...(together && { together }) }, acquaintances }, examplePercept())
  expect(draftOf().view().aim).toEqual(GOAL)
  expect(draftOf('all').view().aim).toBeUndefined()
})
