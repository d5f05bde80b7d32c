/** The file of a skill that promises sticks, as a team whose goal they are would take up, and whose code never ends. */
export function endlessSkill(body: string): string {
  return `/*---
name: obtainStick
description: Obtains sticks, it says.
parameters:
  - { name: count, type: count, description: how many, default: 1 }
postcondition: { type: have, item: stick, count: $count }
---*/
async function obtainStick(bot, count) {
  ${body}
}
`
}
