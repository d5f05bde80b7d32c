/*---
name: stowSurplus
description: >-
  Makes room in a full inventory: puts what there is most of into a chest near by, and places or crafts a chest where there
  is none with room. Where no chest can be had it is thrown away. Tools and armour are kept, and the last stack of each thing
  as long as that suffices.
parameters: []
precondition: null
postcondition: { type: code, source: 'return bot.inventory.emptySlotCount() >= 9' }
calls: [chestNearby]
---*/
async function stowSurplus(bot) {
  const wanted = 9
  const full = []
  for (let visits = 0; visits < 8 && missing() > 0; visits++) {
    const chest = await chestNearby(bot, full)
    if (chest === null) {
      await throwAway()
      break
    }
    const before = bot.inventory.emptySlotCount()
    await depositItemIntoChest(bot, chest, surplus())
    if (bot.inventory.emptySlotCount() === before) full.push(chest)
  }
  if (missing() > 0) throw new Error(`There is still no room: ${missing()} more slots should be free.`)

  function missing() {
    return Math.max(0, wanted - bot.inventory.emptySlotCount())
  }

  /** What fills so many slots, by name: second stacks first, then blocks, then anything else that stacks. */
  function surplus() {
    const stacks = bot.inventory.items().filter((item) => item.stackSize > 1 && !isKept(item.name))
    const seen = new Set()
    const ranked = stacks
      .sort((a, b) => b.count - a.count)
      .map((item) => {
        const isSpare = seen.has(item.name)
        seen.add(item.name)
        return { item, rank: isSpare ? 0 : mcData.blocksByName[item.name] ? 1 : 2 }
      })
      .sort((a, b) => a.rank - b.rank)
    const items = {}
    for (const { item } of ranked.slice(0, missing())) items[item.name] = (items[item.name] ?? 0) + item.count
    return items
  }

  function isKept(name) {
    return name === 'chest' || name.startsWith('crafting_')
  }

  async function throwAway() {
    for (const [name, count] of Object.entries(surplus())) {
      await bot.toss(mcData.itemsByName[name].id, null, count)
    }
  }
}
