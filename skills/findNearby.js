/*---
name: findNearby
description: >-
  Looks for any of the named blocks around the bot, explores in one direction after another until one is in sight, and
  returns the name of the block that was found. Throws when none turns up.
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
  let found = look()
  for (let tries = 0; tries < directions.length && !found; tries++) {
    await exploreUntil(bot, directions[(turn + tries) % directions.length], 60, look)
    found = look()
  }
  if (!found) throw new Error(`Looked for ${wanted.join(', ')} in all directions and found none.`)
  return found.name
}
