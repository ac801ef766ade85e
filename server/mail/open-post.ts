import { join } from 'node:path'
import type { Post } from '../post.ts'
import type { MailSetting } from '../read-mail.ts'
import { createOutboxPost } from './outbox-post.ts'
import { createSmtpPost } from './smtp-post.ts'

/** The way mail takes out of this installation: its mail server, else a folder of its data. */
export function openPost(setting: MailSetting, dataFolder: string): Post {
  return setting.kind === 'smtp'
    ? createSmtpPost(setting.url, setting.from)
    : createOutboxPost(join(dataFolder, 'outbox'), setting.from)
}
