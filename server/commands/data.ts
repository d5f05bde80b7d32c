import type { ItemStack } from '../inventory/item-stack.ts'
import { entitiesOf, entity } from './arguments/entities.ts'
import { type Target, targetName } from './arguments/selector.ts'
import { literal, word } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

const start = [literal('get'), literal('entity'), entity('target')] as const

/** Minecraft Wiki: Commands/data. Only `data get entity`, whole or by one name. */
export const dataCommand: Command = {
  name: 'data',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax(start, (call, [, , target]) => read(call, entitiesOf(call, target), null)),
    syntax([...start, word('path')], (call, [, , target, path]) =>
      read(call, entitiesOf(call, target), path),
    ),
  ],
}

function read(_call: CommandCall, [target]: readonly Target[], path: string | null): string {
  if (target === undefined) throw new CommandError('No entity was found')
  const data = dataOf(target)
  const value = path === null ? compound(data) : data[path]
  if (value === undefined) throw new CommandError(`Found no elements matching ${path}`)
  return `${targetName(target)} has the following entity data: ${value}`
}

/** What the entity is made of, as text in vanilla's notation for tags. */
function dataOf(target: Target): Readonly<Record<string, string>> {
  const { position, velocity, yaw, pitch, onGround } = target
  const common = {
    Pos: list([position.x, position.y, position.z].map((value) => `${decimal(value)}d`)),
    Motion: list([velocity.x, velocity.y, velocity.z].map((value) => `${decimal(value)}d`)),
    Rotation: list([`${decimal(yaw)}f`, `${decimal(pitch)}f`]),
    OnGround: onGround ? '1b' : '0b',
  }
  if (target.type === 'player') {
    const stacks = target.inventory.storage.stacks()
    return {
      ...common,
      Health: `${decimal(target.health)}f`,
      foodLevel: `${target.food}`,
      foodSaturationLevel: `${decimal(target.saturation)}f`,
      XpLevel: `${target.experienceLevel}`,
      Dimension: '"minecraft:overworld"',
      Inventory: list(stacks.map(stackData)),
      ...(target.held === null ? {} : { SelectedItem: stackData(target.held) }),
    }
  }
  if (target.type === 'item') return { ...common, Item: stackData(target.stack), Age: `${target.age}s` }
  return target.type === 'mob' ? { ...common, Health: `${decimal(target.health)}f` } : common
}

function stackData({ name, count }: ItemStack): string {
  return compound({ count: `${count}`, id: `"minecraft:${name}"` })
}

function compound(values: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(values).map(([name, value]) => `${name}: ${value}`)
  return `{${pairs.join(', ')}}`
}

function list(values: readonly string[]): string {
  return `[${values.join(', ')}]`
}

/** Whole numbers keep one digit behind the point. */
function decimal(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : `${value}`
}
