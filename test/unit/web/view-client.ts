/** A viewer that speaks socket.io over a WebSocket, in a few lines. */
export interface ViewClient {
  /** The next event as `[name, data]`; at once if it has come already. */
  next(): Promise<[string, unknown]>
  /** Resolves when the server has ended the view. */
  readonly closed: Promise<void>
}

export function openView(port: number, agent: string): Promise<ViewClient> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/view/${agent}/socket.io/?EIO=4&transport=websocket`)
  const events: [string, unknown][] = []
  const waiting: ((event: [string, unknown]) => void)[] = []
  const closed = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve()))
  const take = (event: [string, unknown]) => {
    const next = waiting.shift()
    if (next) next(event)
    else events.push(event)
  }
  socket.addEventListener('message', ({ data }) => {
    if (data.startsWith('0')) socket.send('40')
    if (data.startsWith('42')) take(JSON.parse(data.slice(2)))
  })
  const next = () => {
    const event = events.shift()
    if (event) return Promise.resolve(event)
    return new Promise<[string, unknown]>((resolve) => waiting.push(resolve))
  }
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve({ next, closed }))
    socket.addEventListener('error', () => reject(new Error(`No view of "${agent}" on port ${port}.`)))
  })
}
