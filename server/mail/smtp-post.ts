import { createTransport } from 'nodemailer'
import { type Mail, type Post, PostUnavailable } from '../post.ts'
import type { Mailbox } from '../read-mail.ts'
import { composeMail } from './compose.ts'

const connections = 3
const patienceMilliseconds = 30_000

/**
 * Sends through a mail server. The way there is encrypted, or nothing is sent: mail carries
 * what lets somebody answer. Only a server on this machine is spoken to in the clear.
 */
export function createSmtpPost(url: string, from: Mailbox): Post {
  let transport: ReturnType<typeof connect> | undefined
  return {
    kind: 'smtp',
    async send(mail) {
      transport ??= connect(url)
      return deliver(transport, from, mail)
    },
    async rest() {
      transport?.close()
      transport = undefined
    },
  }
}

function connect(url: string) {
  return createTransport({
    ...serverIn(url),
    pool: true,
    maxConnections: connections,
    connectionTimeout: patienceMilliseconds,
    greetingTimeout: patienceMilliseconds,
    socketTimeout: patienceMilliseconds,
  })
}

function serverIn(text: string) {
  const url = new URL(text)
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isThisMachine(host),
    ...(url.username !== '' && {
      auth: {
        user: decodeURIComponent(url.username),
        pass: decodeURIComponent(url.password),
      },
    }),
  }
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

/** The library's errors quote addresses and what the mail server said: none is passed on. */
async function deliver(
  transport: ReturnType<typeof connect>,
  from: Mailbox,
  mail: Mail,
): Promise<'taken' | 'refused'> {
  try {
    await transport.sendMail(composeMail(from, mail))
    return 'taken'
  } catch (error) {
    if (isRefusedAddress(error)) return 'refused'
    throw new PostUnavailable()
  }
}

/** A no for good to this recipient, not to the sender and not to every mail. */
function isRefusedAddress(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { command, responseCode } = error as Error & {
    readonly command?: unknown
    readonly responseCode?: unknown
  }
  return command === 'RCPT TO' && Number(responseCode) >= 500
}
