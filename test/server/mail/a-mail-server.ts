import { createServer, type Socket } from 'node:net'

/** A mail as it came off the wire. */
export interface ReceivedMail {
  readonly to: string
  /** headers and body, as sent */
  readonly raw: string
}

export interface MailServer extends AsyncDisposable {
  readonly url: string
  readonly mails: readonly ReceivedMail[]
  /** the commands it was given */
  readonly verbs: readonly string[]
  /** what a recipient is answered with; 250 unless a test says otherwise */
  answer: (address: string) => string
  /** forgets what has come */
  clear(): void
}

/** A mail server on this machine that takes everything down and sends nothing on. */
export async function aMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  const verbs: string[] = []
  const sockets = new Set<Socket>()
  const mailServer = {
    answer: (_: string) => '250 ok',
    mails,
    verbs,
    clear: () => mails.splice(0),
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    converse(socket, mailServer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port')
  return Object.assign(mailServer, {
    url: `smtp://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

interface Desk {
  readonly mails: ReceivedMail[]
  readonly verbs: string[]
  readonly answer: (address: string) => string
}

/** As much of RFC 5321 as somebody needs who only takes mail. */
function converse(socket: Socket, desk: Desk): void {
  const hear = createListener(desk)
  let heard = ''
  socket.setEncoding('utf8')
  socket.on('error', () => undefined)
  socket.on('data', (chunk: string) => {
    heard += chunk
    for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
      const answer = hear(heard.slice(0, end))
      heard = heard.slice(end + 2)
      if (answer) socket.write(`${answer}\r\n`)
    }
  })
  socket.write('220 here\r\n')
}

/** @returns what each line is answered with; lines of a message are taken in silence */
function createListener(desk: Desk): (line: string) => string | undefined {
  let to = ''
  let message: string[] | null = null
  const begin = (line: string): string => {
    const verb = line.slice(0, 4).toUpperCase()
    desk.verbs.push(verb)
    if (verb === 'STAR') return '454 not here'
    if (verb === 'DATA') message = []
    if (verb !== 'RCPT') return verb === 'DATA' ? '354 go on' : '250 ok'
    to = /<([^>]*)>/.exec(line)?.[1] ?? ''
    return desk.answer(to)
  }
  return (line) => {
    if (!message) return begin(line)
    if (line === '.') {
      desk.mails.push({ to, raw: message.join('\r\n') })
      message = null
      return '250 taken'
    }
    message.push(line.replace(/^\./, ''))
    return undefined
  }
}
