import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../../../src/core/package-root.ts'
import { createCheckSkill } from '../../../src/sandbox/create-check-skill.ts'

const check = createCheckSkill()

/** Findings of a skill `go` with this body, shown as `rule line:column`. */
function findingsOf(source: string, callable: readonly string[] = []): string[] {
  return check('go', source, callable).map(({ rule, line, column }) => `${rule} ${line}:${column}`)
}

function bodyFindings(body: string): string[] {
  return findingsOf(`async function go(bot) {\n${body}\n}`)
}

function messageOf(body: string): string {
  return check('go', `async function go(bot) {\n${body}\n}`, [])
    .map(({ message }) => message)
    .join('\n')
}

describe('createCheckSkill() accepts', () => {
  const accepted: Readonly<Record<string, string>> = {
    'a primitive that is awaited': 'await mineBlock(bot, "oak_log", 3)',
    'its result': 'const result = await craftItem(bot, "stick"); if (!result.ok) return result.message',
    'acts at once': 'await Promise.all([mineBlock(bot, "stone"), bot.waitForTicks(5)])',
    'an act with handlers that is awaited': 'await mineBlock(bot, "stone").then(() => 1).catch(() => 2)',
    'a promise that is awaited later': 'const mining = mineBlock(bot, "stone"); bot.chat("x"); await mining',
    'an act that needs no await':
      'bot.setControlState("jump", true); bot.lookAt(new Vec3(0, 0, 0)); bot.activateItem()',
    'goals and data':
      'await bot.pathfinder.goto(new GoalNear(1, 2, 3, 1)); return mcData.itemsByName["oak_log"].id',
    'a loop with an act': 'while (bot.inventory.count(5) < 3) { await mineBlock(bot, "stone") }',
    'a loop with an exit': 'while (true) { const next = list.pop(); if (!next) break }\nvar list = []',
    'a loop that changes what it tests':
      'const left = [1, 2]; while (left.length > bot.food) left.pop(); let n = 0; while (n < bot.food) n += 1',
    'a class': 'class Box { constructor(x) { this.x = x } } return new Box(1).x',
    'catch, switch and destructuring':
      'try { const { a, ...rest } = bot.time } catch ({ message }) { switch (message) { case "x": { let y = 1; return y } } }',
    'labels, templates and optional calls':
      'outer: for (const x of [1]) { String(x); bot.heldItem?.name; continue outer }',
  }
  for (const [name, body] of Object.entries(accepted)) {
    test(name, () => expect(bodyFindings(body)).toEqual([]))
  }

  test('skills in the style of Voyager: several functions, one calls the other', () => {
    const source = `async function go(bot) {
  const tables = bot.inventory.count(mcData.itemsByName.crafting_table.id)
  if (tables === 0) {
    await getPlanks(bot, 4)
    await craftItem(bot, 'crafting_table', 1)
    bot.chat('Crafted a crafting table.')
  }
  const place = bot.findBlock({ matching: (block) => block.name === 'grass_block', maxDistance: 32 })
  if (place) await placeItem(bot, 'crafting_table', place.position.offset(0, 1, 0))
}

// Gets planks from logs.
async function getPlanks(bot, count) {
  const found = await exploreUntil(bot, new Vec3(1, 0, 1), 60, () => {
    return bot.findBlock({ matching: mcData.blocksByName['oak_log'].id, maxDistance: 32 })
  })
  if (!found) {
    bot.chat('Could not find wood.')
    return
  }
  await mineBlock(bot, 'oak_log', Math.ceil(count / 4))
  await craftItem(bot, 'oak_planks', Math.ceil(count / 4))
}
`
    expect(findingsOf(source)).toEqual([])
  })

  test('constants and plain helpers beside the skill function', () => {
    const source = `'use strict'
const NEEDED = { oak_log: 3, list: [1, 2], at: new Vec3(1, 2, 3), of: (x) => Math.floor(x) }
let turns = 0
function double(x) { return x * 2 }
async function go(bot) { turns += double(NEEDED.oak_log); return NEEDED.of(turns) }`
    expect(findingsOf(source)).toEqual([])
  })

  test('calls of the skills that it was given', () => {
    const source = 'async function go(bot) { await getWood(bot, 3) }'
    expect(findingsOf(source, ['getWood'])).toEqual([])
    expect(findingsOf(source)).toEqual(['known-names 1:32'])
  })

  test('every seed skill that ships', () => {
    const folder = join(packageRoot(), 'skills')
    const names = readdirSync(folder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => file.slice(0, -3))
    for (const name of names) {
      const source = readFileSync(join(folder, `${name}.js`), 'utf8')
      expect({
        name,
        findings: check(
          name,
          source,
          names.filter((other) => other !== name),
        ),
      }).toEqual({ name, findings: [] })
    }
  })
})

describe('createCheckSkill() finds', () => {
  const broken: readonly (readonly [name: string, body: string, findings: readonly string[]])[] = [
    ['a syntax error', 'const x = ;', ['syntax 2:11']],
    ['await outside an asynchronous function', 'const f = () => await null', ['syntax 2:23']],
    ['import()', 'const fs = import("fs")', ['no-import 2:12']],
    ['require', 'const fs = require("fs")', ['no-forbidden-name 2:12']],
    ['eval and Function', 'eval("1")\nnew Function("1")', ['no-forbidden-name 2:1', 'no-forbidden-name 3:5']],
    [
      'process and globalThis',
      'process.exit()\nglobalThis.x = 1',
      ['no-forbidden-name 2:1', 'no-forbidden-name 3:1'],
    ],
    ['a timer', 'await new Promise((done) => setTimeout(done, 100))', ['no-timer 2:29']],
    ['a walk over constructors', 'bot.constructor', ['no-constructor-walk 2:1']],
    ['one that is put together', 'bot["con" + "structor"]', ['no-constructor-walk 2:1']],
    ['a change of a prototype', 'Array.prototype.first = 1', ['no-constructor-walk 2:1']],
    [
      '__proto__',
      'const x = { __proto__: bot }\nreturn x.__proto__',
      ['no-constructor-walk 2:13', 'no-constructor-walk 3:8'],
    ],
    ['with', 'with (bot) { }', ['no-with 2:1']],
    ['a reserved name', 'const __kithBurn = 1', ['reserved-name 2:7']],
    ['an unknown function', 'await gatherWood(bot)', ['known-names 2:7']],
    ['an assignment to nothing', 'total = 1', ['known-names 2:1']],
    ['a name of another function', 'const f = () => { let inner = 1 }\nreturn inner', ['known-names 3:8']],
    ['an unknown method of the bot', 'await bot.mine("stone")', ['known-members 2:7']],
    ['events', 'bot.on("chat", () => {})', ['known-members 2:1']],
    ['the client', 'bot._client.write("x")', ['known-members 2:1']],
    ['a primitive without the bot', 'await mineBlock("oak_log", 1)', ['bot-first 2:7']],
    ['an act that nobody awaits', 'mineBlock(bot, "stone")', ['await-act 2:1']],
    ['an act of the bot that nobody awaits', 'bot.dig(bot.blockAt(new Vec3(0, 0, 0)))', ['await-act 2:1']],
    ['a walk that nobody awaits', 'bot.pathfinder.goto(new GoalXZ(1, 2))', ['await-act 2:1']],
    ['an act in a condition', 'if (craftItem(bot, "x")) bot.chat("ok")', ['await-act 2:5']],
    ['an act that is negated', 'if (!mineBlock(bot, "x")) return', ['await-act 2:6']],
    ['a member of an act', 'return mineBlock(bot, "x").ok', ['await-act 2:8']],
    ['an act with a handler that nobody awaits', 'mineBlock(bot, "x").then(() => 1)', ['await-act 2:1']],
    ['an act at the end of a condition', 'bot.food < 5 && bot.consume()', ['await-act 2:17']],
    ['an endless loop', 'while (true) { bot.chat("x") }', ['no-loop-without-act 2:1']],
    ['an endless for', 'for (;;) { const f = async () => { await null } }', ['no-loop-without-act 2:1']],
    [
      'a loop that watches a world that stands still',
      'while (bot.food < 5) { bot.chat("x") }',
      ['no-loop-without-act 2:1'],
    ],
  ]
  for (const [name, body, findings] of broken) {
    test(name, () => expect(bodyFindings(body)).toEqual(findings))
  }

  const misplaced: readonly (readonly [name: string, source: string, findings: readonly string[]])[] = [
    ['import statements', 'import fs from "fs"', ['no-import 1:1']],
    ['no function of the name', 'async function other(bot) {}', ['defines-entry 1:1']],
    ['a function that is not asynchronous', 'function go(bot) {}', ['defines-entry 1:1']],
    ['a function that is a constant', 'const go = async (bot) => {}', ['defines-entry 1:1']],
    ['a first parameter that is not the bot', 'async function go(mc) {}', ['defines-entry 1:1']],
    [
      'code at the top level',
      'async function go(bot) {}\ngo(null)',
      ['no-top-level-effect 2:1', 'await-act 2:1'],
    ],
    ['calls in constants', 'const x = Math.random()\nasync function go(bot) {}', ['no-top-level-effect 1:1']],
    ['source that is too large', `async function go(bot) {}${' '.repeat(40_000)}`, ['size-limit 1:1']],
  ]
  for (const [name, source, findings] of misplaced) {
    test(name, () => expect(findingsOf(source)).toEqual(findings))
  }

  test('a skill that is named like a primitive', () => {
    const [finding] = check('mineBlock', 'async function mineBlock(bot) {}', [])
    expect(finding).toMatchObject({ rule: 'reserved-name' })
  })

  test('an asynchronous helper that nobody awaits', () => {
    expect(findingsOf('async function go(bot) {\n  help(bot)\n}\nasync function help(bot) {}')).toEqual([
      'await-act 2:3',
    ])
  })
})

describe('the messages of createCheckSkill() say what to write instead', () => {
  const advised: Readonly<Record<string, string>> = {
    'setTimeout(() => {}, 1)': 'await bot.waitForTicks(20)',
    'await mineBlok(bot, "stone")': 'Did you mean "mineBlock"?',
    'await bot.pathfindr.goto(1)': 'Did you mean "pathfinder"?',
    'mineBlock(bot, "stone")': 'Write "await mineBlock(...)"',
    'require("vec3")': 'in scope without it',
    'bot.once("spawn", () => {})': 'look again after bot.waitForTicks(ticks)',
    'while (bot.food < 5) {}': 'Await an act in the loop',
  }
  for (const [body, advice] of Object.entries(advised)) {
    test(body, () => expect(messageOf(body)).toContain(advice))
  }
})
