/** bytes of every reply that has a body */
const replyBytes = 64

/** A reply of one of two sizes: nothing, or 64 bytes of JSON. */
export function answer(status: number, value?: object): Response {
  if (value === undefined) return new Response(null, { status })
  const body = JSON.stringify(value).padEnd(replyBytes)
  if (body.length > replyBytes) {
    throw new RangeError(`expected a reply of at most ${replyBytes} bytes`)
  }
  return new Response(body, { status, headers: { 'content-type': 'application/json' } })
}
