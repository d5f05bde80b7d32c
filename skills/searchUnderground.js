/*---
name: searchUnderground
description: >-
  Looks for any of the named blocks below the ground: digs to where it remembers some, or down to the height, then tunnels
  along it, and straight to the first such block that comes near. Returns its name when the bot stands beside it. Keeps out
  of lava and deep drops, and out of water unless there is no other way. Throws when no tool is left to dig with, when there
  is no way on, and when nothing turns up.
parameters:
  - name: names
    type: text
    description: Names of blocks, as a list of strings or as one string with commas.
    default: null
  - name: height
    type: count
    description: The height (y) to look at. Above the bot it counts as the height of the bot.
    default: null
  - name: turn
    type: count
    description: Which direction to tunnel in first; another number leads to another place.
    default: 0
precondition: null
postcondition: null
calls: []
---*/
async function searchUnderground(bot, names, height, turn = 0) {
  const wanted = Array.isArray(names) ? names : String(names).split(',')
  const matching = wanted.flatMap((name) => mcData.blocksByName[name]?.id ?? [])
  const sides = [[1, 0], [0, 1], [-1, 0], [0, -1]]
  const feet = () => bot.entity.position.offset(0, 0.3, 0).floored()
  const nameAt = (spot) => bot.blockAt(spot)?.name ?? 'nothing'
  const isOpen = (spot) => bot.blockAt(spot)?.boundingBox === 'empty'
  const beside = (spot) => [spot.offset(0, 1, 0), spot.offset(0, -1, 0), ...sides.map(([x, z]) => spot.offset(x, 0, z))]
  const touches = (spot, danger) => [spot, ...beside(spot)].some((place) => danger.test(nameAt(place)))
  const level = Math.min(height, feet().y)
  const visits = {}
  const unreachable = []
  let target = null
  let patience = 0
  let heading = turn
  const remembered = (bot.rememberedPlaces?.(wanted) ?? []).filter((spot) => spot.distanceTo(feet()) < 128)
  let stepsToGo = 0
  await walkAbove(remembered[0])
  await goAshore()

  for (let step = 0; step < 400; step++) {
    if (!target && step % 3 === 0) target = nearestWanted()
    if (target && isBeside(target)) return nameAt(target)
    if (target && (patience -= 1) < 0) {
      unreachable.push(String(target))
      target = null
    }
    if (!(await advance(target ?? waypoint()))) {
      heading += 1
      if (!target) remembered.shift()
    }
    if (heading > turn + 18) throw new Error(`Found no way on underground from ${feet()}.`)
  }
  throw new Error(`Looked for ${wanted.join(', ')} underground at height ${level} and found none.`)

  function nearestWanted() {
    const found = bot.findBlocks({ matching, maxDistance: 32, count: 24 })
    const nearest = found.find((spot) => !unreachable.includes(String(spot)) && !touches(spot, /lava/))
    patience = nearest ? 8 + 2 * Math.ceil(nearest.distanceTo(feet())) : 0
    return nearest ?? null
  }

  /** The feet or the head are next to it, so that nothing is in between. */
  function isBeside(spot) {
    return [feet(), feet().offset(0, 1, 0)].some((own) => own.distanceTo(spot) < 1.1)
  }

  /** Over the ground as far as one can. */
  async function walkAbove(spot) {
    if (!spot || feet().y <= level || Math.hypot(spot.x - feet().x, spot.z - feet().z) < 8) return
    await bot.pathfinder.goto(new GoalNearXZ(spot.x, spot.z, 4)).catch(() => {})
  }

  /** From open water there is no way down: to the nearest dry ground that can be reached. */
  async function goAshore() {
    const isDry = (spot) => nameAt(spot) === 'air' && nameAt(spot.offset(0, 1, 0)) === 'air'
    if (!/water/.test(nameAt(feet()))) return
    const ground = ['grass_block', 'dirt', 'sand', 'gravel', 'stone', 'sandstone', 'podzol', 'terracotta']
    const ids = ground.map((name) => mcData.blocksByName[name].id)
    const shore = bot.findBlocks({ matching: ids, maxDistance: 48, count: 4000 }).map((spot) => spot.offset(0, 1, 0))
    for (const spot of shore.filter((place) => place.y >= feet().y && isDry(place)).slice(0, 3)) {
      await bot.pathfinder.goto(new GoalBlock(spot.x, spot.y, spot.z)).catch(() => {})
      if (!/water/.test(nameAt(feet()))) return
    }
  }

  /** Where some were before, as long as there are such places; then the height to look at, then along it. */
  function waypoint() {
    while (remembered.length > 0 && (remembered[0].distanceTo(feet()) < 4 || stepsToGo > 200)) {
      remembered.shift()
      stepsToGo = 0
    }
    stepsToGo += 1
    if (remembered.length > 0) return remembered[0]
    if (feet().y > level) return new Vec3(feet().x, level, feet().z)
    const [x, z] = sides[heading % sides.length]
    return new Vec3(feet().x + 8 * x, level, feet().z + 8 * z)
  }

  /** One step by which the way gets shorter, or one around what is in the way. */
  async function advance(goal) {
    const own = feet()
    const price = (spot) => spot.distanceTo(goal) + 3 * (visits[spot] ?? 0)
    const spots = sides.flatMap(([x, z]) => [0, -1, 1].map((rise) => own.offset(x, rise, z)))
    for (const spot of [own.offset(0, -1, 0), ...spots].sort((a, b) => price(a) - price(b)).slice(0, 8)) {
      visits[spot] = (visits[spot] ?? 0) + 1
      if (await stepTo(own, spot)) return true
    }
    return false
  }

  async function stepTo(own, spot) {
    if (!isSafe(spot, own.y > spot.y && own.x === spot.x && own.z === spot.z)) return false
    for (const place of passage(own, spot)) if (!(await clear(place))) return false
    for (let tick = 0; tick < 8 && isOpen(feet().offset(0, -1, 0)); tick++) await bot.waitForTicks(2)
    if (feet().y > spot.y || feet().x !== spot.x || feet().z !== spot.z) {
      await bot.pathfinder.goto(new GoalBlock(spot.x, spot.y, spot.z)).catch(() => {})
    }
    return !feet().equals(own)
  }

  /** There is a floor, and a fall straight down is short; no lava is near. */
  function isSafe(spot, falls) {
    if ([spot, spot.offset(0, 1, 0)].some((place) => touches(place, /lava/))) return false
    const floors = (falls ? [1, 2, 3] : [1]).map((depth) => spot.offset(0, -depth, 0))
    const floor = floors.find((place) => !isOpen(place))
    return floor !== undefined && !touches(floor, /lava/)
  }

  /** What must be free for the step: its place, the way there, and room for the head. */
  function passage(own, spot) {
    if (spot.x === own.x && spot.z === own.z) return [spot]
    const above = spot.y > own.y ? [own.offset(0, 2, 0)] : spot.y < own.y ? [spot.offset(0, 2, 0)] : []
    return [...above, spot.offset(0, 1, 0), spot]
  }

  /** What must not flow in. A bot that has found no way on for long, as in a hole under water, goes through water. */
  function danger() {
    return heading > turn + 6 ? /lava/ : /water|lava/
  }

  /** Digs the block away unless something would come down or flow out, or it is what is looked for. */
  async function clear(spot) {
    for (let dig = 0; dig < 4; dig++) {
      const block = bot.blockAt(spot)
      if (!block || danger().test(block.name)) return false
      if (block.boundingBox === 'empty') return true
      const comesDown = /sand$|gravel$|powder$/.test(nameAt(spot.offset(0, 1, 0)))
      if (!block.diggable || comesDown || wanted.includes(block.name) || touches(spot, danger())) return false
      await takeTool(block)
      await bot.dig(block).catch(() => {})
    }
    return false
  }

  /** The best tool for the block, but the one that the wanted block needs last of all. */
  async function takeTool(block) {
    const forWanted = wanted.map((name) => mcData.blocksByName[name]?.harvestTools ?? {})
    const tools = bot.inventory.items().sort((a, b) => b.type - a.type)
    const kept = tools.find((item) => forWanted.some((needed) => needed[item.type]))
    const needed = block.harvestTools
    const fitting = tools.filter((item) => needed?.[item.type])
    const tool = fitting.find((item) => item.slot !== kept?.slot) ?? fitting[0]
    if (needed && !tool) throw new Error(`No tool is left to dig through ${block.name} at ${block.position}.`)
    if (tool && bot.heldItem?.type !== tool.type) await bot.equip(tool, 'hand')
  }
}
