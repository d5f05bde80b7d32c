import { expect, test } from 'vitest'
import type { Episode } from '../../../src/core/episode.ts'
import { obtained } from '../../../src/core/obtained.ts'
import type { Outcome } from '../../../src/core/outcome.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { rememberedPlaces } from '../../../src/mind/remembered-places.ts'
import { exampleOutcome, examplePercept } from '../../support/examples.ts'
import { exampleBelief, exampleEpisode } from '../../support/memory-examples.ts'

const at = (x: number) => ({ x, y: 64, z: 0 })

test('rememberedPlaces() are those believed in and those of finds, nearest first, each spot once', () => {
  const beliefs = [60, 200, 65].map((x) =>
    exampleBelief({ id: `b${x}`, claim: { type: 'place', what: 'clay', position: at(x) } }),
  )
  const places = rememberedPlaces(viewOf(beliefs), [found('clay', 30, 10), found('hay_block', 90, 10)])
  expect(places).toEqual([
    { what: 'clay', position: at(30) },
    { what: 'clay', position: at(60) },
    { what: 'hay_block', position: at(90) },
  ])
})

test('rememberedPlaces() leaves out finds where the thing was looked for in vain since', () => {
  const vain = exampleEpisode({
    id: 'vain',
    tick: 20,
    circumstances: {
      dimension: 'overworld',
      biome: 'plains',
      position: at(35),
      blocks: [],
      mobs: [],
      players: [],
      items: [],
      time: null,
    },
    attempts: [{ ...attempt([]), searched: ['clay'] }],
  })
  expect(rememberedPlaces(viewOf([]), [found('clay', 30, 10), vain])).toEqual([])
  expect(rememberedPlaces(viewOf([]), [found('clay', 30, 30), vain])).toHaveLength(1)
  expect(rememberedPlaces(viewOf([]), [found('clay', 80, 10), vain])).toHaveLength(1)
})

test('obtained() sums up what acts brought, where, and how long that took with what led to it', () => {
  const act = (tick: number, name: string, what: string, value: object): Outcome['trace'][number] => ({
    type: 'act',
    tick,
    name,
    arguments: [what],
    result: { ok: true, message: '', value: value as never },
  })
  const outcome = exampleOutcome({
    startTick: 100,
    trace: [
      act(110, 'goto', 'x', {}),
      act(130, 'mineBlock', 'clay', { gained: { clay_ball: 4 }, at: at(1) }),
      act(150, 'craftItem', 'clay', { gained: { clay: 1 } }),
      act(190, 'mineBlock', 'clay', { gained: { clay_ball: 3, dirt: 1 }, at: at(2) }),
      {
        ...act(200, 'mineBlock', 'sand', {}),
        result: { ok: false, code: 'no-path', message: '' },
      } as Outcome['trace'][number],
    ],
  })
  expect(obtained({ outcome })).toEqual([
    { act: 'mineBlock', name: 'clay', items: { clay_ball: 7, dirt: 1 }, position: at(2), ticks: 70 },
    { act: 'craftItem', name: 'clay', items: { clay: 1 }, position: null, ticks: 20 },
  ])
  expect(obtained({ outcome: null })).toEqual([])
})

function viewOf(beliefs: Parameters<typeof createKnowledge>[1]) {
  return { beliefs, knowledge: createKnowledge([], beliefs, 7), percept: examplePercept() }
}

function found(name: string, x: number, tick: number): Episode {
  const find = { act: 'mineBlock', name, items: { [name]: 1 }, position: at(x), ticks: 1 }
  return exampleEpisode({ id: `${name} ${x}`, tick, attempts: [attempt([find])] })
}

function attempt(brought: Episode['attempts'][number]['obtained']): Episode['attempts'][number] {
  const nothing = { failures: [], searched: [], dependsOn: [], arguments: [] }
  return {
    skill: 's',
    source: '',
    status: 'completed',
    critique: '',
    tick: 1,
    ticks: 1,
    ...nothing,
    obtained: brought,
  }
}
