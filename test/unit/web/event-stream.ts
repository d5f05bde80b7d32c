/** One of the Server-Sent Events of a page. */
export interface PageEvent {
  readonly event: string
  readonly data: unknown
}

/** Reads the events of a page one by one. */
export async function readEvents(url: string): Promise<{ next(): Promise<PageEvent>; ended: Promise<void> }> {
  const response = await fetch(new URL('/events', url))
  if (response.body === null) throw new Error(`No events at "${url}".`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  let announceEnd: () => void = () => {}
  const ended = new Promise<void>((resolve) => {
    announceEnd = resolve
  })
  const read = async (): Promise<PageEvent> => {
    const frame = /event: (.*)\ndata: (.*)\n\n/.exec(text)
    if (frame) {
      text = text.slice(frame.index + frame[0].length)
      return { event: frame[1] ?? '', data: JSON.parse(frame[2] ?? '') }
    }
    const { value, done } = await reader.read()
    if (done) throw new Error('The stream of events has ended.')
    text += value
    return read()
  }
  reader.closed.then(announceEnd, announceEnd)
  return { next: read, ended }
}
