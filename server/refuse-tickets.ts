import { connect, type TLSSocket } from 'node:tls'
import type { Address } from './read-address.ts'

/**
 * Sees that our own server gives no TLS session tickets, by visiting it. A browser shows a
 * ticket again when it comes back, readable to everybody on the way: two visits would be known
 * for one person's. Node can be told only when it starts.
 *
 * @throws RangeError saying how to start instead
 */
export async function refuseTickets({ host, port }: Address): Promise<void> {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  const tickets = await ticketsFrom(
    // Whose certificate it is was checked when it was read; here it only has to speak.
    connect({ host: reachable, port, rejectUnauthorized: false }),
  )
  if (tickets === 0) return
  throw new RangeError(
    'This Node would give TLS session tickets, by which visits can be told apart: start the ballot box with npm start, or with node --openssl-config=server/tls.cnf',
  )
}

function ticketsFrom(socket: TLSSocket): Promise<number> {
  let tickets = 0
  socket.on('session', () => {
    tickets += 1
  })
  socket.write('GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n')
  socket.resume()
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('close', () => resolve(tickets))
  })
}
