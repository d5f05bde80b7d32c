import type { Position } from '../../src/core/position.ts'
import { blockEntityTag } from '../game/block-entity-tags.ts'
import type { Game } from '../game/game.ts'
import { ageOf } from '../game/item-entities.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import { tagText } from '../protocol/tag-text.ts'
import { entitiesOf, entity } from './arguments/entities.ts'
import { blockPlace } from './arguments/position.ts'
import { type Target, targetName } from './arguments/selector.ts'
import { literal, word } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

const start = [literal('get'), literal('entity'), entity('target')] as const
const blockStart = [literal('get'), literal('block'), blockPlace('targetPos')] as const

/** Minecraft Wiki: Commands/data. Only `data get`, whole or by one name. */
export const dataCommand: Command = {
  name: 'data',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax(start, (call, [, , target]) => read(call, entitiesOf(call, target), null)),
    syntax([...start, word('path')], (call, [, , target, path]) =>
      read(call, entitiesOf(call, target), path),
    ),
    syntax(blockStart, ({ game }, [, , place]) => readBlock(game, place, null)),
    syntax([...blockStart, word('path')], ({ game }, [, , place, path]) => readBlock(game, place, path)),
  ],
}

function read({ game }: CommandCall, [target]: readonly Target[], path: string | null): string {
  if (target === undefined) throw new CommandError('No entity was found')
  const data = dataOf(game, target)
  const value = path === null ? compound(data) : data[path]
  if (value === undefined) throw new CommandError(`Found no elements matching ${path}`)
  return `${targetName(target)} has the following entity data: ${value}`
}

function readBlock(game: Game, place: Position, path: string | null): string {
  const { name } = game.world.blockAt(place)
  const tag = blockEntityTag(game.protocol.saved, name, place, game.world.blockEntityAt(place))
  if (tag === null) throw new CommandError('The target block is not a block entity')
  const found = path === null ? tag : tag.value[path]
  if (found === undefined) throw new CommandError(`Found no elements matching ${path}`)
  return `${place.x}, ${place.y}, ${place.z} has the following block data: ${tagText(found)}`
}

/** What the entity is made of, as text in vanilla's notation for tags. */
function dataOf(game: Game, target: Target): Readonly<Record<string, string>> {
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
  if (target.type === 'item')
    return { ...common, Item: stackData(target.stack), Age: `${ageOf(game, target)}s` }
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
