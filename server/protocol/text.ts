/** A line of text for a player, with at most one colour. */
export interface Text {
  readonly text: string
  readonly color?: string
}

/** The text as a JSON chat component. */
export function textAsJson(text: Text): string {
  return JSON.stringify(text)
}

/** The text as a chat component in binary tags, as the protocol wants it since 1.20.3. */
export function textAsTags(text: Text): unknown {
  const value: Record<string, unknown> = { text: { type: 'string', value: text.text } }
  if (text.color !== undefined) value.color = { type: 'string', value: text.color }
  return { type: 'compound', name: '', value }
}
