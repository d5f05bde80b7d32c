import { integer } from './arguments/numbers.ts'
import { literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

const place = [integer('x'), integer('z')] as const

/** Minecraft Wiki: Commands/forceload. Columns are kept and told; nothing is ever unloaded here, so they need no more. */
export const forceLoadCommand: Command = {
  name: 'forceload',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([literal('add'), ...place], (call, [, x, z]) => {
      const key = columnName(x, z)
      if (call.game.forcedColumns.has(key)) throw new CommandError('No chunks were marked for force loading')
      call.game.forcedColumns.add(key)
      return `Marked chunk ${key} in minecraft:overworld to be force loaded`
    }),
    syntax([literal('remove'), literal('all')], (call) => {
      call.game.forcedColumns.clear()
      return 'Unmarked all force loaded chunks in minecraft:overworld'
    }),
    syntax([literal('remove'), ...place], (call, [, x, z]) => {
      const key = columnName(x, z)
      if (!call.game.forcedColumns.delete(key))
        throw new CommandError('No chunks were removed from force loading')
      return `Unmarked chunk ${key} in minecraft:overworld for force loading`
    }),
    syntax([literal('query')], list),
  ],
}

function list({ game }: CommandCall): string {
  const columns = [...game.forcedColumns]
  if (columns.length === 0) return 'No force loaded chunks were found in minecraft:overworld'
  return `${columns.length} force loaded chunks were found in minecraft:overworld at: ${columns.join(', ')}`
}

function columnName(x: number, z: number): string {
  return `[${x >> 4}, ${z >> 4}]`
}
