/*---
name: chestNearby
description: >-
  Finds a chest or barrel near the bot, other than those at the positions that it is told to leave out, and places a chest
  beside the bot where there is none: one from the inventory, or one crafted of what is in it. Returns the position; null
  where no chest can be had.
parameters: []
precondition: null
postcondition: null
calls: [placeNearby]
---*/
async function chestNearby(bot, leftOut = []) {
  const found = nearest()
  if (found) return found
  if (bot.inventory.count('chest') === 0 && !(await craftChest())) return null
  await placeNearby(bot, 'chest')
  const placed = nearest()
  if (!placed) throw new Error('The chest that was placed cannot be found.')
  return placed

  function nearest() {
    const matching = ['chest', 'barrel'].map((name) => mcData.blocksByName[name].id)
    const chests = bot.findBlocks({ matching, maxDistance: 32, count: 16 })
    return chests.find((position) => !leftOut.some((other) => other.equals(position)))
  }

  function isTable(name) {
    return name.startsWith('crafting_')
  }

  async function craftChest() {
    const near = bot.findBlock({ matching: (block) => isTable(block.name), maxDistance: 32 })
    const table = bot.inventory.items().find((item) => isTable(item.name))
    if (!near && table) await placeNearby(bot, table.name)
    return (await craftItem(bot, 'chest', 1)).ok
  }
}
