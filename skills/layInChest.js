/*---
name: layInChest
description: >-
  Puts items from the inventory into a chest for another player, who can take them out later: into the chest at the position,
  else into one near it, else into one that it places there. Throws when no chest can be had or none has room.
parameters:
  - name: player
    type: text
    description: For whom they are.
    default: null
  - name: name
    type: item
    description: Which item, as the inventory holds it.
    default: null
  - name: count
    type: count
    description: How many.
    default: 1
  - name: position
    type: position
    description: Where the chest stands or is to stand. Without it, near the bot.
    default: null
precondition: null
postcondition: null
calls: [chestNearby]
---*/
async function layInChest(bot, player, name, count = 1, position = null) {
  if (position !== null) {
    const near = new GoalNear(position.x, position.y, position.z, 3)
    await bot.pathfinder.goto(near).catch(() => {})
  }
  const tried = []
  let left = count
  let problem = 'there is none, and none can be made of what is in the inventory'
  for (let visits = 0; visits < 4; visits++) {
    const chest = await nextChest()
    if (chest === null) break
    tried.push(chest)
    const before = bot.inventory.count(name)
    const result = await depositItemIntoChest(bot, chest, { [name]: left }, player)
    if (result.ok) return
    problem = result.message
    left -= before - bot.inventory.count(name)
    if (bot.inventory.count(name) < left) break
  }
  throw new Error(`Could not put ${left} ${name} into a chest for ${player}: ${problem}`)

  async function nextChest() {
    const named = position === null || tried.length > 0 ? null : new Vec3(position.x, position.y, position.z)
    const block = named === null ? null : bot.blockAt(named)
    return block !== null && /(^|_)(chest|barrel|box)$/.test(block.name) ? named : chestNearby(bot, tried)
  }
}
