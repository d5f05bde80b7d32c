import { expect, test } from 'vitest'
import type { Belief } from '../../../src/core/belief.ts'
import type { MindView } from '../../../src/core/brain.ts'
import type { Goal } from '../../../src/core/goal.ts'
import type { Message } from '../../../src/core/message.ts'
import type { Skill } from '../../../src/core/skill.ts'
import { grantedClaims } from '../../../src/mind/knowledge-spec.ts'
import { partnerModel } from '../../../src/mind/partner.ts'
import { revise } from '../../../src/mind/revise.ts'
import { examplePerspective, exampleTask } from '../../support/examples.ts'
import { exampleMessage } from '../../support/memory-examples.ts'
import { author, brain, learned, plannerView, runWritten, TRUTH } from './planner-mind.ts'
import { SymbolicWorld } from './symbolic-world.ts'

const novice = grantedClaims(TRUTH, 'novice')
/** A novice's life in short: propose, write, run, keep what worked; ask the expert when blocked. */
class NoviceLife {
  readonly world = new SymbolicWorld({
    truth: TRUTH,
    blocks: ['spruce_log', 'stone', 'dirt', 'iron_ore', 'diamond_ore'],
    mobs: [],
  })
  readonly skills: Skill[] = []
  readonly asked: string[] = []
  questions = 0
  beliefs: readonly Belief[] = []
  readonly #item: string
  #tick = 0

  constructor(item = 'stone_pickaxe') {
    this.#item = item
  }

  async run(teacher: MindView | null): Promise<boolean> {
    const goal: Goal = { type: 'have', item: this.#item, count: 1 }
    while (this.#tick < 40 && this.world.held(this.#item) === 0) {
      this.#tick += 1
      const proposal = await brain.proposer.propose(this.#view(), goal)
      if (proposal?.goal == null) return false
      const authored = await author(this.#view(), proposal.goal)
      if (authored.type === 'blocked') {
        if (teacher === null) return false
        await this.#ask(teacher, authored.questions)
        continue
      }
      const outcome = await runWritten(this.world, authored, this.skills)
      if (outcome.status === 'completed' && authored.reused === null) this.skills.push(learned(authored))
    }
    return this.world.held(this.#item) > 0
  }

  #view(): MindView {
    const percept = { inventory: this.world.counts(), tick: this.#tick }
    return plannerView({ claims: novice, beliefs: this.beliefs, skills: this.skills, percept })
  }

  async #ask(teacher: MindView, questions: Parameters<typeof brain.converser.ask>[3]): Promise<void> {
    const asked = await brain.converser.ask(this.#view(), 'Ben', exampleTask(), questions)
    this.asked.push(...asked.about)
    this.questions += 1
    const question = message('Ada', asked, null)
    const answer = await brain.converser.answer(teacher, question)
    if (answer === null) return
    const drafts = await brain.inferrer.infer(this.#view(), message('Ben', answer, question.id))
    const changed = revise(this.beliefs, drafts, { tick: this.#tick, agent: 'Ada', innate: novice })
    this.beliefs = [...this.beliefs, ...changed]
  }
}

test('a novice that can ask an expert learns its way to a stone pickaxe, and from whom', async () => {
  const life = new NoviceLife()

  expect(await life.run(plannerView({ knowledge: 'expert' }))).toBe(true)
  expect(life.asked).toEqual([
    'stone_pickaxe',
    'blackstone',
    'cobbled_deepslate',
    'cobblestone',
    'wooden_pickaxe',
  ])
  expect(topicsOfBen(life, true)).toEqual(life.asked)
  const told = life.beliefs.filter((belief) => belief.kind === 'interaction')
  expect(told.length).toBeGreaterThan(0)
  expect(told.every(({ source }) => source.type === 'told' && source.by === 'Ben')).toBe(true)
})

test('who takes the side of a novice tells it in few answers all the way to a diamond pickaxe', async () => {
  const perspective = examplePerspective({ partner: 'Ada' })
  const life = new NoviceLife('diamond_pickaxe')
  expect(await life.run({ ...plannerView({ knowledge: 'expert' }), perspective })).toBe(true)
  expect(life.questions).toBeLessThanOrEqual(3)
  expect(life.asked).not.toContain('netherite_pickaxe')
})

/** What the novice thinks that Ben knows, or lacks. */
function topicsOfBen({ beliefs }: NoviceLife, knows: boolean): readonly string[] {
  const { percept } = plannerView()
  const model = partnerModel('Ben', { me: 'Ada', tick: 1, percept, beliefs, messages: [], patience: 200 })
  return Object.keys(model.knows).filter((topic) => model.knows[topic]?.value === knows)
}

test('a novice that cannot ask does not get there', async () => {
  expect(await new NoviceLife().run(null)).toBe(false)
})

test('a novice that asks another novice does not get there, and says so only once', async () => {
  const life = new NoviceLife()

  expect(await life.run(plannerView({ knowledge: 'novice' }))).toBe(false)
  expect(topicsOfBen(life, false)).toEqual(['stone_pickaxe'])
})

test('the skills that a novice learned call one another three levels deep and more', async () => {
  const life = new NoviceLife()
  await life.run(plannerView({ knowledge: 'expert' }))
  const byName = new Map(life.skills.map((skill) => [skill.name, skill]))
  const depth = (name: string): number =>
    1 + Math.max(0, ...(byName.get(name)?.calls ?? []).map((call) => depth(call.name)))

  expect(depth('obtainStonePickaxe')).toBeGreaterThanOrEqual(4)
  expect(life.skills.map((skill) => skill.name)).toContain('obtainAnyLog')
})

function message(
  from: string,
  words: Awaited<ReturnType<typeof brain.converser.ask>>,
  replyTo: string | null,
): Message {
  const { act, text, about, claims } = words
  return exampleMessage({
    ...{ id: `${from}-${about.join()}`, from, to: ['x'], act, text, replyTo },
    ...{ about: [...about], claims: [...claims] },
  })
}
