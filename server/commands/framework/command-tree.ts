import type { Packet } from '../../protocol/packet.ts'
import type { Command } from '../command.ts'
import type { Argument } from './argument.ts'

const ROOT = 0
const LITERAL = 1
const ARGUMENT = 2

interface TreeNode {
  readonly flags: {
    readonly unused: 0
    readonly has_custom_suggestions: 0 | 1
    readonly has_redirect_node: 0
    has_command: 0 | 1
    readonly command_node_type: 0 | 1 | 2
  }
  readonly children: number[]
  readonly extraNodeData?: Readonly<Record<string, unknown>>
}

/** The packet that tells a client which commands it may use and how they go on, as one tree of words and arguments. */
export function commandTreePacket(commands: readonly Command[], operator: boolean): Packet {
  const nodes: TreeNode[] = [node(ROOT)]
  for (const command of commands) {
    if (command.operatorsOnly && !operator) continue
    for (const name of [command.name, ...command.aliases]) addCommand(nodes, name, command)
  }
  return { name: 'declare_commands', params: { nodes, rootIndex: 0 } }
}

function addCommand(nodes: TreeNode[], name: string, command: Command): void {
  const start = child(nodes, 0, name, () => node(LITERAL, { name }))
  for (const { parts } of command.syntaxes) {
    const last = parts.reduce((parent, part) => child(nodes, parent, part.name, () => partNode(part)), start)
    const end = nodes[last]
    if (end !== undefined) end.flags.has_command = 1
  }
}

/** The child of that name; made when there is none. Syntaxes share the nodes of what they have in common. */
function child(nodes: TreeNode[], parent: number, name: string, make: () => TreeNode): number {
  const siblings = nodes[parent]?.children ?? []
  const known = siblings.find((index) => nodes[index]?.extraNodeData?.name === name)
  if (known !== undefined) return known
  siblings.push(nodes.length)
  nodes.push(make())
  return nodes.length - 1
}

function partNode({ name, parser }: Argument<unknown>): TreeNode {
  if (parser === null) return node(LITERAL, { name })
  const { name: parserName, properties } = parser
  return node(ARGUMENT, {
    name,
    parser: parserName,
    properties,
    suggestionType: 'minecraft:ask_server',
  })
}

function node(type: 0 | 1 | 2, extraNodeData?: Readonly<Record<string, unknown>>): TreeNode {
  return {
    flags: {
      unused: 0,
      has_custom_suggestions: type === ARGUMENT ? 1 : 0,
      has_redirect_node: 0,
      has_command: 0,
      command_node_type: type,
    },
    children: [],
    ...(extraNodeData === undefined ? {} : { extraNodeData }),
  }
}
