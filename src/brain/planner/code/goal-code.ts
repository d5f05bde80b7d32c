import { assertNever } from '../../../core/assert-never.ts'
import type { Goal } from '../../../core/goal.ts'
import { haveGoal, wantedBy } from '../goal-kind.ts'
import { amountInWords, identifier, inWords, type Kind, kindOf, obtainName } from '../kind.ts'
import { giving, laying } from './giving-code.ts'
import { countParameter, type GoalCode, positionParameter } from './goal-code-parts.ts'
import { huntRound, preySetup } from './hunting-body.ts'
import { obtainBody } from './obtain-body.ts'
import { indented, type Pen, quoted } from './pen.ts'

type Position = { x: number; y: number; z: number }

/** The code for a goal without parameter references; null for goals that are code themselves. */
export function goalCode(goal: Goal): GoalCode | null {
  const wanted = wantedBy(goal)
  if (wanted !== null) return obtaining(wanted.kind, wanted.count)
  switch (goal.type) {
    case 'have':
    case 'code':
      return null
    case 'killed':
      return killing(goal.mob, bound(goal.count))
    case 'consumed':
      return consuming(goal.item, bound(goal.count))
    case 'given':
      return (goal.by === 'chest' ? laying : giving)({
        ...goal,
        count: bound(goal.count),
        at: goal.at === undefined ? undefined : bound(goal.at),
      })
    case 'equipped':
      return equipping(goal.item)
    case 'at':
      return going(bound(goal.position), goal.radius)
    case 'block-at':
      return placing(goal.block, bound(goal.position))
    case 'all-of':
      return doingAll(goal)
    case 'any-of':
      return goal.goals.map(goalCode).find((code) => code !== null) ?? null
    default:
      return assertNever(goal)
  }
}

function obtaining(kind: Kind, count: number): GoalCode {
  return {
    header: {
      name: obtainName(kind),
      description: `Makes the inventory hold at least count ${amountInWords(kind, 2).replace(/^2 /, '')}.`,
      parameters: [countParameter('How many the inventory shall hold.')],
      postcondition: haveGoal(kind, '$count'),
    },
    arguments: [count],
    kinds: [{ kind, count }],
    body: (pen) => obtainBody(kind, pen),
  }
}

function killing(mob: string, count: number): GoalCode {
  return {
    header: {
      name: identifier('kill', [mob]),
      description: `Finds and kills count of the mob ${inWords(mob)}.`,
      parameters: [countParameter('How many to kill.')],
      postcondition: { type: 'killed', mob, count: '$count' },
    },
    arguments: [count],
    kinds: [],
    body: (pen) => [
      ...preySetup([mob]),
      "let problem = 'none was found'",
      'let killed = 0',
      'for (let round = 0; round < 8 + 2 * count && killed < count; round++) {',
      ...indented(huntRound(pen)),
      '  else killed += 1',
      '}',
      `if (killed < count) throw new Error(\`Killed \${killed} of \${count} ${inWords(mob)}: \${problem}\`)`,
    ],
  }
}

function consuming(item: string, count: number): GoalCode {
  return {
    header: {
      name: identifier('consume', [item]),
      description: `Gets count ${inWords(item)} and eats or drinks them.`,
      parameters: [countParameter('How many to consume.')],
      postcondition: { type: 'consumed', item, count: '$count' },
    },
    arguments: [count],
    kinds: [{ kind: kindOf(item), count }],
    body: (pen) => [
      pen.obtain(kindOf(item), 'count'),
      "let problem = 'nothing happened'",
      'const eat = async () => {',
      `  const food = bot.inventory.items().find((item) => item.name === ${quoted(item)})`,
      `  if (!food) throw new Error('There is no ${inWords(item)} left to consume.')`,
      "  await bot.equip(food, 'hand')",
      '  await bot.consume().catch((error) => { problem = error.message })',
      '}',
      'for (let round = 0; round < count; round++) {',
      `  const before = held(${quoted(item)})`,
      '  await eat()',
      ...indented(walkUpAppetite(item)),
      `  if (held(${quoted(item)}) >= before) throw new Error(\`Could not consume ${inWords(item)}: \${problem}\`)`,
      '}',
    ],
  }
}

/** With a full stomach only a few things can be eaten: a walk helps. */
function walkUpAppetite(item: string): readonly string[] {
  return [
    `for (let turn = 0; turn < 4 && held(${quoted(item)}) >= before && bot.food >= 20; turn++) {`,
    '  const direction = new Vec3(turn % 2, 0, (turn + 1) % 2)',
    '  await exploreUntil(bot, direction, 60, () => bot.food < 20)',
    '  await eat()',
    '}',
  ]
}

function equipping(item: string): GoalCode {
  return {
    header: {
      name: identifier('equip', [item]),
      description: `Gets ${inWords(item)} and wears it or takes it in hand.`,
      parameters: [],
      postcondition: { type: 'equipped', item },
    },
    arguments: [],
    kinds: [{ kind: kindOf(item), count: 1 }],
    body: (pen) => [
      pen.obtain(kindOf(item), '1'),
      `const found = bot.inventory.items().find((item) => item.name === ${quoted(item)})`,
      `if (!found) throw new Error('There is no ${inWords(item)} to equip.')`,
      `await bot.equip(found, ${quoted(destinationOf(item))})`,
    ],
  }
}

/** Where an item is worn, by the last word of its name. */
function destinationOf(item: string): string {
  if (/_(helmet|skull|head)$/.test(item)) return 'head'
  if (/_chestplate$/.test(item)) return 'torso'
  if (/_leggings$/.test(item)) return 'legs'
  if (/_boots$/.test(item)) return 'feet'
  return 'hand'
}

function going(position: Position, radius: number): GoalCode {
  return {
    header: {
      name: radius === Math.floor(radius) ? `goWithin${radius}Of` : 'goNear',
      description: `Walks to within ${radius} blocks of a position.`,
      parameters: [positionParameter('Where to go.')],
      postcondition: { type: 'at', position: '$position', radius },
    },
    arguments: [position],
    kinds: [],
    body: () => [
      `const goal = new GoalNear(position.x, position.y, position.z, ${Math.max(0, Math.floor(radius))})`,
      'await bot.pathfinder.goto(goal)',
      'const target = new Vec3(position.x, position.y, position.z)',
      'const distance = bot.entity.position.distanceTo(target)',
      `if (distance > ${radius}) throw new Error(\`Still \${distance.toFixed(1)} blocks away from \${target}\`)`,
    ],
  }
}

function placing(block: string, position: Position): GoalCode {
  return {
    header: {
      name: identifier('place', [block]),
      description: `Gets ${inWords(block)} and places it at a position.`,
      parameters: [positionParameter('Where the block shall stand.')],
      postcondition: { type: 'block-at', block, position: '$position' },
    },
    arguments: [position],
    kinds: [{ kind: kindOf(block), count: 1 }],
    body: (pen) => [
      pen.obtain(kindOf(block), '1'),
      'const spot = new Vec3(position.x, position.y, position.z)',
      `const result = await placeItem(bot, ${quoted(block)}, spot)`,
      'if (!result.ok) throw new Error(result.message)',
    ],
  }
}

/** One block of code after the other, with the arguments written in. */
function doingAll(goal: Extract<Goal, { type: 'all-of' }>): GoalCode | null {
  const parts = goal.goals.map(goalCode)
  if (parts.length === 0 || parts.some((part) => part === null)) return null
  const known = parts.filter((part) => part !== null)
  return {
    header: {
      name: identifier('doAll', [known.map((part) => part.header.name).join('_and_')]),
      description: known.map((part) => part.header.description).join(' Then: '),
      parameters: [],
      postcondition: goal,
    },
    arguments: [],
    kinds: known.flatMap((part) => part.kinds),
    body: (pen) => known.flatMap((part) => partLines(part, pen)),
  }
}

function partLines({ header, arguments: values, body }: GoalCode, pen: Pen): readonly string[] {
  const parameters = header.parameters.map((parameter) => parameter.name)
  return [
    `await (async (${parameters.join(', ')}) => {`,
    ...indented(body(pen)),
    `})(${values.map((value) => JSON.stringify(value)).join(', ')})`,
  ]
}

function bound<T>(value: T | string): T {
  if (typeof value === 'string') throw new Error(`The goal still refers to the parameter "${value}".`)
  return value
}
