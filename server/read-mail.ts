import type { Environment } from './read-setting.ts'

/** Somebody who sends or gets mail. */
export interface Mailbox {
  readonly address: string
  readonly name?: string
}

/** How mail leaves this installation, and from whom. */
export type MailSetting =
  | { readonly kind: 'smtp'; readonly url: string; readonly from: Mailbox }
  | { readonly kind: 'outbox'; readonly from: Mailbox }

const atHome: Mailbox = { name: 'Groundwork', address: 'groundwork@localhost' }

/**
 * Reads GROUNDWORK_SMTP and GROUNDWORK_MAIL_FROM. Without a mail server, mail is laid in a
 * folder.
 *
 * @throws RangeError naming the setting that cannot be used; never with its text, which holds
 *   a password
 */
export function readMail(environment: Environment): MailSetting {
  const url = environment['GROUNDWORK_SMTP']
  const sender = environment['GROUNDWORK_MAIL_FROM']
  const from = sender === undefined ? undefined : readSender(sender)
  if (url === undefined) return { kind: 'outbox', from: from ?? atHome }
  if (!isMailServer(url)) {
    throw new RangeError(
      'GROUNDWORK_SMTP must be the address of a mail server, for example smtps://user:password@mail.example.org',
    )
  }
  if (!from) {
    throw new RangeError(
      'GROUNDWORK_MAIL_FROM is not set: it says whom mail comes from, for example "Survey <survey@example.org>"',
    )
  }
  return { kind: 'smtp', url, from }
}

function isMailServer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return ['smtp:', 'smtps:'].includes(protocol) && hostname !== ''
}

/** `survey@example.org` or `Survey <survey@example.org>`. */
function readSender(text: string): Mailbox {
  const [, name = '', address] =
    /^\s*(?:"?([^"<>@]*?)"?\s*<)?([^\s<>@]+@[^\s<>@]+)>?\s*$/.exec(text) ?? []
  if (!address) {
    throw new RangeError(
      `GROUNDWORK_MAIL_FROM must be an address such as "Survey <survey@example.org>", got "${text}"`,
    )
  }
  return name === '' ? { address } : { name, address }
}
