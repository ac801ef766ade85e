import type { Environment } from './settings.ts'
import { readAll, wrongSetting } from './wrong-settings.ts'

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
 * @throws WrongSettings naming the setting that cannot be used; never with the text of the
 *   address, which holds a password
 */
export function readMail(environment: Environment): MailSetting {
  const url = environment['GROUNDWORK_SMTP']
  const sender = environment['GROUNDWORK_MAIL_FROM']
  if (url === undefined) {
    return { kind: 'outbox', from: sender === undefined ? atHome : readSender(sender) }
  }
  const { from } = readAll({
    url: () => refuseOtherServers(url),
    from: () => readSender(sender),
  })
  return { kind: 'smtp', url, from }
}

function refuseOtherServers(url: string): void {
  if (isMailServer(url)) return
  throw wrongSetting('GROUNDWORK_SMTP', 'the address of a mail server', url)
}

function isMailServer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return ['smtp:', 'smtps:'].includes(protocol) && hostname !== ''
}

/** `survey@example.org` or `Survey <survey@example.org>`. */
function readSender(text: string | undefined): Mailbox {
  const [, name = '', address] =
    /^\s*(?:"?([^"<>@]*?)"?\s*<)?([^\s<>@]+@[^\s<>@]+)>?\s*$/.exec(text ?? '') ?? []
  if (!address) {
    throw wrongSetting('GROUNDWORK_MAIL_FROM', 'an address that mail comes from', text)
  }
  return name === '' ? { address } : { name, address }
}
