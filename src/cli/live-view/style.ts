export type Tone = 'good' | 'bad' | 'plain' | 'faint' | 'strong'

/** Wraps text in the colour of a tone, or leaves it alone where colours are not wanted. */
export type Paint = (tone: Tone, text: string) => string

const codes: Readonly<Record<Tone, string>> = { good: '32', bad: '31', plain: '', faint: '2', strong: '1' }

export function paintWith(colours: boolean): Paint {
  return (tone, text) => (colours && codes[tone] !== '' ? `\u001b[${codes[tone]}m${text}\u001b[0m` : text)
}
