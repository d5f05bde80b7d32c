/*---
name: placeNearby
description: >-
  Places a block from the inventory on a free spot within reach of the bot, and digs such a spot where there is none.
  Throws when it cannot be placed.
parameters:
  - name: name
    type: block
    description: Name of the block, which the inventory must hold.
    default: null
precondition: null
postcondition: null
calls: []
---*/
async function placeNearby(bot, name) {
  const feet = bot.entity.position.floored()
  const sides = [[1, 0], [0, 1], [-1, 0], [0, -1], [1, 1], [-1, 1], [-1, -1], [1, -1], [2, 0], [0, 2], [-2, 0], [0, -2]]
  const spots = sides.flatMap(([x, z]) => [0, 1, -1].map((y) => feet.offset(x, y, z)))
  const isSolid = (spot) => bot.blockAt(spot)?.boundingBox === 'block'
  const isOpen = (spot) => bot.blockAt(spot)?.boundingBox === 'empty' && !/water|lava/.test(bot.blockAt(spot).name)
  const free = spots.filter((spot) => isOpen(spot) && isSolid(spot.offset(0, -1, 0)))
  const diggable = spots.slice(0, 12).filter((spot) => isSolid(spot) && isSolid(spot.offset(0, -1, 0)))
  let problem = 'there is no room'

  for (const spot of [...free.slice(0, 4), ...diggable.slice(0, 3)]) {
    if (isSolid(spot)) await bot.dig(bot.blockAt(spot)).catch((error) => { problem = error.message })
    const result = await placeItem(bot, name, spot)
    if (result.ok) return
    problem = result.message
  }
  throw new Error(`Could not place ${name} near ${feet}: ${problem}`)
}
