/** A block between fences. */
export interface FencedBlock {
  /** `js`, in lower case; empty where nothing stands behind the fence. */
  readonly language: string
  readonly text: string
  /** False where the reply ended before the fence did. */
  readonly isClosed: boolean
}

/** The fenced blocks of a reply, in their order. Fences may be indented and longer than three. */
export function fencedBlocks(reply: string): readonly FencedBlock[] {
  const blocks: FencedBlock[] = []
  let open: { readonly fence: string; readonly language: string; readonly lines: string[] } | null = null
  for (const line of reply.split(/\r?\n/)) {
    const mark: RegExpExecArray | null = /^\s*(`{3,}|~{3,})\s*([\w+#.-]*)\s*$/.exec(line)
    const [, fence = '', language = ''] = mark ?? []
    if (open === null) {
      if (mark !== null) open = { fence, language: language.toLowerCase(), lines: [] }
    } else if (fence.startsWith(open.fence) && language === '') {
      blocks.push({ language: open.language, text: open.lines.join('\n'), isClosed: true })
      open = null
    } else {
      open.lines.push(line)
    }
  }
  if (open !== null) blocks.push({ language: open.language, text: open.lines.join('\n'), isClosed: false })
  return blocks
}
