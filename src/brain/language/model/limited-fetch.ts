/** What is thrown into the reader of a reply that does not end. */
export class ReplyTooLong extends Error {
  override readonly name = 'ReplyTooLong'
}

/**
 * `fetch` that stops reading a body beyond so many bytes, whatever the server promised: a server that never stops writing
 * cannot fill the memory.
 */
export function limitedFetch(mostBytes: number, send: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init)
    if (response.body === null) return response
    const { status, statusText, headers } = response
    return new Response(response.body.pipeThrough(limiter(mostBytes)), { status, statusText, headers })
  }
}

function limiter(mostBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0
  return new TransformStream({
    transform: (chunk, controller) => {
      bytes += chunk.byteLength
      if (bytes > mostBytes) controller.error(new ReplyTooLong(`The reply has more than ${mostBytes} bytes.`))
      else controller.enqueue(chunk)
    },
  })
}
