import type { Server } from 'node:http'
import { errorMessage, InfrastructureError } from '../core/errors.ts'

const loopback = '127.0.0.1'

/**
 * Lets the server listen on 127.0.0.1 and resolves with its port.
 *
 * @param port 0 for any free one
 * @param what what the server is for, as the error names it: `the page`
 * @throws InfrastructureError when the port is taken or may not be used
 */
export function listenOnLoopback(server: Server, port: number, what: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => reject(refusal(error, port, what))
    server.once('error', refuse)
    server.listen(port, loopback, () => {
      server.removeListener('error', refuse)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function refusal(error: Error, port: number, what: string): InfrastructureError {
  const code = 'code' in error ? error.code : null
  const reason = code === 'EADDRINUSE' ? 'another program uses it' : errorMessage(error)
  const advice = 'End that program, or choose another port; 0 takes any free one.'
  return new InfrastructureError(
    `Cannot serve ${what} on port "${port}" of ${loopback}: ${reason}. ${advice}`,
    {
      cause: error,
    },
  )
}
