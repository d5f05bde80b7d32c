import { entities, entitiesOf } from './arguments/entities.ts'
import { type Target, targetName } from './arguments/selector.ts'
import { literal, word } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

/** Tags that one body may have. */
const MOST_TAGS = 1024
const targets = entities('targets')
const tag = word('name')

/** Minecraft Wiki: Commands/tag. */
export const tagCommand: Command = {
  name: 'tag',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([targets, literal('add'), tag], (call, [selector, , name]) => {
      const changed = entitiesOf(call, selector).filter((one) => put(call, one, name))
      if (changed.length === 0) {
        throw new CommandError('Target either already has the tag or has too many tags')
      }
      return `Added tag '${name}' to ${describe(changed)}`
    }),
    syntax([targets, literal('remove'), tag], (call, [selector, , name]) => {
      const changed = entitiesOf(call, selector).filter((one) => takeOff(call, one, name))
      if (changed.length === 0) throw new CommandError('Target does not have this tag')
      return `Removed tag '${name}' from ${describe(changed)}`
    }),
    syntax([targets, literal('list')], (call, [selector]) => list(call, entitiesOf(call, selector))),
  ],
}

function put({ game }: CommandCall, { uuid }: Target, name: string): boolean {
  const tags = game.tags.get(uuid) ?? new Set()
  if (tags.has(name) || tags.size >= MOST_TAGS) return false
  game.tags.set(uuid, tags.add(name))
  return true
}

function takeOff({ game }: CommandCall, { uuid }: Target, name: string): boolean {
  const tags = game.tags.get(uuid)
  if (tags?.delete(name) !== true) return false
  if (tags.size === 0) game.tags.delete(uuid)
  return true
}

function list({ game }: CommandCall, found: readonly Target[]): string {
  const tags = [...new Set(found.flatMap(({ uuid }) => [...(game.tags.get(uuid) ?? [])]))].sort()
  const [only] = found
  const who = found.length === 1 && only !== undefined ? targetName(only) : `The ${found.length} entities`
  if (tags.length === 0)
    return found.length === 1 ? `${who} has no tags` : `There are no tags on the ${found.length} entities`
  return found.length === 1
    ? `${who} has ${tags.length} tags: ${tags.join(', ')}`
    : `${who} have ${tags.length} total tags: ${tags.join(', ')}`
}

function describe(found: readonly Target[]): string {
  const [only] = found
  return found.length === 1 && only !== undefined ? targetName(only) : `${found.length} entities`
}
