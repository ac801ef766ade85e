import { describe, expect, it } from 'vitest'
import { createSmtpPost } from '#server/mail/smtp-post.ts'
import { type Mail, PostUnavailable } from '#server/post.ts'
import { readMail } from '#server/read-mail.ts'
import { aMailServer } from './a-mail-server.ts'

const mail: Mail = {
  to: { address: 'reader@example.org', name: 'Ană "the" Reader\r\nBcc: all@example.org' },
  subject: 'A survey',
  text: 'Words',
  html: '<p>Words</p>',
  date: new Date('2026-11-21T12:00:00Z'),
}

describe('the settings of mail', () => {
  it('lay mail in a folder unless a mail server is named', () => {
    expect(readMail({})).toEqual({
      kind: 'outbox',
      from: { name: 'Groundwork', address: 'groundwork@localhost' },
    })
  })

  it.each([
    ['survey@example.org', { address: 'survey@example.org' }],
    [
      'Our Survey <survey@example.org>',
      { name: 'Our Survey', address: 'survey@example.org' },
    ],
    ['"HR, Fjord" <hr@example.org>', { name: 'HR, Fjord', address: 'hr@example.org' }],
  ])('read %s as the sender', (sender, from) => {
    const url = 'smtps://mail.example.org'

    expect(readMail({ GROUNDWORK_SMTP: url, GROUNDWORK_MAIL_FROM: sender })).toEqual({
      kind: 'smtp',
      url,
      from,
    })
  })

  it.each([
    [{ GROUNDWORK_SMTP: 'smtps://mail.example.org' }, 'GROUNDWORK_MAIL_FROM is not set'],
    [
      { GROUNDWORK_SMTP: 'smtps://mail.example.org', GROUNDWORK_MAIL_FROM: 'us' },
      'GROUNDWORK_MAIL_FROM must be an address',
    ],
    [
      { GROUNDWORK_SMTP: 'mail.example.org', GROUNDWORK_MAIL_FROM: 'a@b.example' },
      'GROUNDWORK_SMTP must be the address of a mail server',
    ],
  ])('refuse %j', (environment, sentence) => {
    expect(() => readMail(environment)).toThrow(sentence)
  })

  it('are refused without repeating the password in them', () => {
    const refused = () => readMail({ GROUNDWORK_SMTP: 'smpt://us:secret@mail.example' })

    expect(refused).toThrow(RangeError)
    expect(refused).not.toThrow(/secret/)
  })
})

describe('sending through a mail server', () => {
  it('takes a name for a name, whatever is in it', async () => {
    await using server = await aMailServer()
    const post = createSmtpPost(server.url, { address: 'survey@example.org' })

    const outcome = await post.send(mail)
    await post.rest()

    const [received] = server.mails
    expect(outcome).toBe('taken')
    expect(server.mails).toHaveLength(1)
    expect(received?.to).toBe('reader@example.org')
    expect(received?.raw).not.toMatch(/^Bcc:/im)
  })

  it('tells an address that never takes mail from a server that does not now', async () => {
    await using server = await aMailServer()
    const post = createSmtpPost(server.url, { address: 'survey@example.org' })

    server.answer = () => '550 never'
    const never = await post.send(mail)
    server.answer = () => '450 later'
    const later = post.send(mail)

    expect(never).toBe('refused')
    await expect(later).rejects.toThrow(PostUnavailable)
    await post.rest()
  })

  it('says nothing in the clear to a server that is not on this machine', async () => {
    await using server = await aMailServer()
    // This machine by an address that is not known as such.
    const elsewhere = server.url.replace('127.0.0.1', '[::ffff:127.0.0.1]')
    const post = createSmtpPost(elsewhere, { address: 'survey@example.org' })

    const sending = post.send(mail)

    await expect(sending).rejects.toThrow(PostUnavailable)
    await post.rest()
    expect(server.verbs).toContain('EHLO')
    expect(server.verbs).not.toContain('MAIL')
    expect(server.mails).toEqual([])
  })
})
