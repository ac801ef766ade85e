import type { Mailbox } from './read-mail.ts'

/** One mail to one person. */
export interface Mail {
  readonly to: Mailbox
  readonly subject: string
  readonly text: string
  /** the same words as markup: no image, nothing fetched from anywhere */
  readonly html: string
  /** what the mail says about when it was sent: one moment for a whole batch */
  readonly date: Date
}

/** How mail leaves the house. Keeps no list of what went to whom. */
export interface Post {
  /** sent by a mail server, or laid in a folder for somebody to send */
  readonly kind: 'smtp' | 'outbox'
  /**
   * @returns `refused` when the mail server says that this address never takes mail
   * @throws PostUnavailable when it may work later
   */
  send(mail: Mail): Promise<'taken' | 'refused'>
  /** ends a batch: lets go of connections until there is mail again */
  rest(): Promise<void>
}

/** Mail cannot leave just now. Says nothing of whom it was for, nor in whose words. */
export class PostUnavailable extends Error {
  constructor() {
    super('mail cannot be sent just now')
    this.name = 'PostUnavailable'
  }
}
