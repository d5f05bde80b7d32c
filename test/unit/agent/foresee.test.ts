import { expect, test } from 'vitest'
import { Acquaintances } from '../../../src/agent/acquaintances.ts'
import { Correspondence } from '../../../src/agent/correspondence.ts'
import { foresee } from '../../../src/agent/foresee.ts'
import { StepDraft } from '../../../src/agent/step-draft.ts'
import type { Claim } from '../../../src/core/claim.ts'
import type { Percept } from '../../../src/core/percept.ts'
import { examplePercept } from '../../support/examples.ts'
import { exampleMessage } from '../../support/memory-examples.ts'
import { Team } from '../../support/scripted-team.ts'

const CLAY: Claim = { type: 'drop', block: 'clay', items: ['clay_ball'] }

/** Ben, who has heard a person and guesses what teammates go for, and what he sees others dig. */
function onlooker() {
  const team = new Team()
  const { mind } = team.add('Ben', {}, { innate: [CLAY] })
  const heard = [exampleMessage({ from: 'Steve', to: ['Ben'] })]
  const acquaintances = new Acquaintances(mind, new Correspondence('Ben', heard))
  const see = (tick: number, activity: Percept['entities'][number]['activity'], name = 'Ada') => {
    const player = { id: 1, kind: 'player' as const, name, position: { x: 5, y: 64, z: 0 }, distance: 5 }
    const percept = examplePercept({ tick, entities: [{ ...player, heldItem: null, activity }] })
    foresee({ mind, acquaintances }, new StepDraft({ mind, acquaintances }, percept))
  }
  return { team, see, acquaintances }
}
const digging = (block: string, tick: number) => ({ type: 'digging' as const, block, tick })

test('foresee() scores what a teammate digs after the guess, once for each thing that it turns to', () => {
  const { team, see } = onlooker()
  see(10, null)
  expect(team.events('intent-predicted')).toMatchObject([{ partner: 'Ada', items: ['clay_ball', 'clay'] }])
  see(40, digging('stone', 10))
  see(40, { type: 'moving', block: null, tick: 39 })
  expect(team.events('intent-scored')).toEqual([])
  see(50, digging('clay', 45))
  see(60, digging('clay', 55))
  see(70, digging('dirt', 65))
  expect(team.events('intent-scored')).toMatchObject([
    { partner: 'Ada', predicted: 'Obtain clay ball', actual: 'Mine clay', hit: true },
    { actual: 'Mine dirt', hit: false },
  ])
  expect(team.events('intent-predicted')).toHaveLength(1)
})

test('foresee() makes no guess about people', () => {
  const { team, see, acquaintances } = onlooker()
  see(10, digging('clay', 9), 'Steve')
  expect(acquaintances.names()).toEqual(['Ada', 'Steve'])
  expect(team.events('intent-predicted')).toMatchObject([{ partner: 'Ada' }])
})

test('Acquaintances.models() shows the newest guess at once', () => {
  const { acquaintances } = onlooker()
  const seen = { beliefs: [], percept: examplePercept() }
  for (const task of ['Obtain clay ball', 'Obtain dirt']) {
    acquaintances.expect('Ada', { task, items: [], tick: 1 })
    expect(acquaintances.models(seen)[0]?.intent?.task).toBe(task)
  }
})
