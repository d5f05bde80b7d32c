/*---
name: findNearby
description: >-
  Looks for any of the named blocks around the bot, comes up from below the ground, goes where it remembers some, explores
  in one direction after another until one is in sight, and returns the name of the block that was found. Throws when none
  turns up.
parameters:
  - name: names
    type: text
    description: Names of blocks, as a list of strings or as one string with commas.
    default: null
  - name: turn
    type: count
    description: Which direction to explore first; another number leads to another place.
    default: 0
precondition: null
postcondition: null
calls: []
---*/
async function findNearby(bot, names, turn = 0) {
  const wanted = Array.isArray(names) ? names : String(names).split(',')
  const matching = wanted.flatMap((name) => mcData.blocksByName[name]?.id ?? [])
  const look = () => bot.findBlock({ matching, maxDistance: 32 })
  const directions = [new Vec3(1, 0, 0), new Vec3(0, 0, 1), new Vec3(-1, 0, 0), new Vec3(0, 0, -1)]
  const feet = () => bot.entity.position.offset(0, 0.3, 0).floored()
  const isSolid = (spot) => bot.blockAt(spot)?.boundingBox === 'block'
  let found = look()
  if (isBelowGround() && (!found || found.position.y > feet().y + 4)) {
    await climb()
    found = look()
  }
  for (const place of remembered()) {
    if (found) break
    findNearby.visited.push(place)
    await bot.pathfinder.goto(new GoalNear(place.x, place.y, place.z, 8)).catch(() => {})
    found = look()
  }
  for (let tries = 0; tries < directions.length && !found; tries++) {
    await exploreUntil(bot, directions[(turn + tries) % directions.length], 60, look)
    found = look()
  }
  if (!found) throw new Error(`Looked for ${wanted.join(', ')} in all directions and found none.`)
  return found.name

  /** Where there was some before, a walk away: each such place is tried once. */
  function remembered() {
    findNearby.visited ??= []
    const isNew = (place) => findNearby.visited.every((other) => other.distanceTo(place) > 16)
    const places = bot.rememberedPlaces?.(wanted) ?? []
    return places.filter((place) => isNew(place) && place.distanceTo(feet()) > 16)
  }

  /** In the dark, or in a shaft. */
  function isBelowGround() {
    const walls = directions.filter(({ x, z }) => isSolid(feet().offset(x, 2, z)))
    return bot.blockAt(feet())?.skyLight === 0 || walls.length > 2
  }

  /** Digs stairs upwards until it is out, or there is no way to go on. */
  async function climb() {
    for (let step = 0, side = turn, failures = 0; step < 300 && failures < 4 && isBelowGround(); step++) {
      const own = feet()
      const { x, z } = directions[side % directions.length]
      const next = own.offset(x, 1, z)
      const isFree = (await clear(own.offset(0, 2, 0))) && (await clear(next.offset(0, 1, 0))) && (await clear(next))
      if (isFree && isSolid(own.offset(x, 0, z))) {
        await bot.pathfinder.goto(new GoalBlock(next.x, next.y, next.z)).catch(() => {})
      }
      failures = feet().y > own.y ? 0 : failures + 1
      if (failures > 0) side += 1
    }
  }

  /** Digs the block away unless water or lava would flow out. */
  async function clear(spot) {
    const around = [spot, spot.offset(0, 1, 0), ...directions.map(({ x, z }) => spot.offset(x, 0, z))]
    for (let dig = 0; dig < 8 && isSolid(spot); dig++) {
      if (around.some((place) => /water|lava/.test(bot.blockAt(place)?.name))) return false
      const tool = bot.bestHarvestTool(bot.blockAt(spot))
      if (tool) await bot.equip(tool, 'hand')
      await bot.dig(bot.blockAt(spot)).catch(() => {})
    }
    return !isSolid(spot)
  }
}
