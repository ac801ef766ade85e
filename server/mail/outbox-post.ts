import { randomUUID } from 'node:crypto'
import { mkdir, rename, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mail, Post } from '../post.ts'
import type { Mailbox } from '../read-mail.ts'
import { composeMail } from './compose.ts'

/** What every file of the folder says about when it was written. */
const anyTime = new Date('2000-01-01T00:00:00Z')

/**
 * Lays mail in a folder as .eml files for somebody to send. Names are random and all times
 * alike, so that the folder tells no order.
 */
export function createOutboxPost(folder: string, from: Mailbox): Post {
  return {
    kind: 'outbox',
    async send(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await lay(folder, await messageOf(from, mail))
      return 'taken'
    },
    async rest() {
      await utimes(folder, anyTime, anyTime).catch(() => undefined)
    },
  }
}

/** Complete or not there at all. */
async function lay(folder: string, message: Uint8Array): Promise<void> {
  const name = randomUUID()
  const unfinished = join(folder, `.${name}`)
  await writeFile(unfinished, message, { mode: 0o600, flush: true })
  await utimes(unfinished, anyTime, anyTime)
  await rename(unfinished, join(folder, `${name}.eml`))
}

async function messageOf(from: Mailbox, mail: Mail): Promise<Uint8Array> {
  const composer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  })
  const { message } = await composer.sendMail(composeMail(from, mail))
  if (!(message instanceof Uint8Array)) throw new RangeError('expected a whole message')
  return message
}
