import { describe, expect, it } from 'vitest'
import { renderHtml } from '#server/documents/html.ts'
import { hostile, orientation } from './sample-documents.ts'

describe('a page to put on an intranet', () => {
  it('names its language and has one title and a heading for each section', () => {
    const html = renderHtml({ ...orientation, locale: 'ro' })

    expect(html).toContain('<html lang="ro-RO">')
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html.match(/<h2>/g)).toHaveLength(orientation.sections.length)
  })

  it('loads nothing from elsewhere and runs nothing', () => {
    const html = renderHtml(orientation)

    expect(html).not.toMatch(/<script|<link|<img|url\(|@import/)
  })

  it('lets a phone call a number and a browser open an address', () => {
    const html = renderHtml({
      ...orientation,
      sections: [
        {
          title: 'Help',
          notes: [],
          blocks: [
            { kind: 'contacts', contacts: [{ name: 'Emergency', phone: '+47 116 117' }] },
            { kind: 'callout', title: '0800 100 001', text: 'Open always' },
            { kind: 'paragraph', text: 'Open https://help.example/a?b=1&c=2.' },
          ],
        },
      ],
    })

    expect(html).toContain('<a href="tel:+47116117">+47 116 117</a>')
    expect(html).toContain('<a href="tel:0800100001">0800 100 001</a>')
    expect(html).toContain('href="https://help.example/a?b=1&amp;c=2"')
  })

  it('makes no link of an address that is none of the web', () => {
    const html = renderHtml({
      ...orientation,
      sections: [
        {
          title: 'Help',
          notes: [],
          blocks: [
            { kind: 'paragraph', text: 'javascript:alert(1) https://a"onclick=b' },
          ],
        },
      ],
    })

    expect(html).not.toContain('href="javascript')
    expect(html).not.toContain('"onclick')
  })

  it('reads nothing a person wrote as markup', () => {
    expect(renderHtml(hostile)).not.toMatch(/<(script|img|svg|iframe)/i)
  })
})
