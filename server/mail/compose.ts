import { randomUUID } from 'node:crypto'
import type { Mail } from '../post.ts'
import type { Mailbox } from '../read-mail.ts'

/**
 * A mail as it leaves: two renderings of the same words, a random id, the batch's date, and no
 * header that tells of this machine, of the software or of the reader. No header offers to
 * unsubscribe by itself either: mail programs press such links without anybody asking them to.
 */
export function composeMail(from: Mailbox, mail: Mail) {
  return {
    from: inHeader(from),
    to: inHeader(mail.to),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: mail.date,
    messageId: `<${randomUUID()}@${domainOf(from)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    textEncoding: 'quoted-printable' as const,
    xMailer: false as const,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

const inHeader = ({ name = '', address }: Mailbox) => ({ name, address })

const domainOf = ({ address }: Mailbox): string => address.split('@').at(-1) ?? ''
