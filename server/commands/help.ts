import { word } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { findCommand } from './framework/run-line.ts'
import { syntax } from './framework/syntax.ts'

/** Minecraft Wiki: Commands/help. */
export const helpCommand: Command = {
  name: 'help',
  aliases: [],
  operatorsOnly: false,
  syntaxes: [
    syntax([], (call) => allowed(call).map(usage).join('\n')),
    syntax([word('command', (call) => allowed(call).map(({ name }) => name))], (call, [name]) => {
      const command = findCommand(call, name)
      if (command === null) throw new CommandError('Unknown command or insufficient permissions')
      return command.syntaxes.map(({ parts }) => oneUsage(command.name, parts)).join('\n')
    }),
  ],
}

function allowed(call: CommandCall): readonly Command[] {
  return call.commands.filter(({ name }) => findCommand(call, name) !== null)
}

/** The command with what may follow: the words that its syntaxes begin with. */
function usage({ name, syntaxes }: Command): string {
  const starts = [...new Set(syntaxes.map(({ parts: [first] }) => (first === undefined ? '' : part(first))))]
  const rest = starts.filter((start) => start !== '')
  if (rest.length === 0) return `/${name}`
  return rest.length === 1 && starts.length === 1 ? `/${name} ${rest[0]}` : `/${name} (${rest.join('|')})`
}

function oneUsage(name: string, parts: Command['syntaxes'][number]['parts']): string {
  return [`/${name}`, ...parts.map(part)].join(' ')
}

function part({ name, parser }: { readonly name: string; readonly parser: unknown }): string {
  return parser === null ? name : `<${name}>`
}
