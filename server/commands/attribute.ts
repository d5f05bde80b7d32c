import type { AttributeName } from '../data/effect-traits.ts'
import { attributeValue } from '../game/active-effect.ts'
import { attributeNames, baseOf } from '../game/attributes.ts'
import { entitiesOf, entity } from './arguments/entities.ts'
import { registered } from './arguments/names.ts'
import { type Selector, targetName } from './arguments/selector.ts'
import { literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

const attribute = registered('attribute', 'attribute', () => [
  ...attributeNames,
  ...attributeNames.map((name) => `generic.${name}`),
])
const start = [entity('target'), attribute] as const

/** Minecraft Wiki: Commands/attribute. Attributes can be read; bases and modifiers cannot be set. */
export const attributeCommand: Command = {
  name: 'attribute',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([...start, literal('get')], (call, [target, name]) => read(call, target, name, false)),
    syntax([...start, literal('base'), literal('get')], (call, [target, name]) =>
      read(call, target, name, true),
    ),
  ],
}

function read(call: CommandCall, selector: Selector, written: string, onlyBase: boolean): string {
  const [target] = entitiesOf(call, selector)
  if (target === undefined || (target.type !== 'player' && target.type !== 'mob')) {
    throw new CommandError('That entity is not a valid entity for this command')
  }
  const name = written.replace('generic.', '') as AttributeName
  const base = baseOf(target, name)
  const value = onlyBase ? base : attributeValue(target, name, base)
  const words = name.replaceAll('_', ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
  const shown = Number.isInteger(value) ? `${value}.0` : `${value}`
  return `${onlyBase ? 'Base value' : 'Value'} of attribute ${words} for entity ${targetName(target)} is ${shown}`
}
