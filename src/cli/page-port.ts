import { createServer } from 'node:net'

/** Where the page is served unless a port is asked for. */
export const USUAL_PAGE_PORT = 3007

/** The usual port, or 0 for any free one when something else listens there, such as another run. */
export async function choosePagePort(): Promise<number> {
  return (await isFree(USUAL_PAGE_PORT)) ? USUAL_PAGE_PORT : 0
}

/** Whether a server could listen on that port of loopback right now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
