import type { Locale } from '#surveys/locale.ts'

/** One paragraph of a letter. */
export type Line =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'link'; readonly address: string }

/** The letter in one language; without a title when it is the only one. */
export interface LetterSection {
  readonly locale: Locale
  readonly title: string
  readonly lines: readonly Line[]
}

/** The letter as plain text. */
export function textOf(sections: readonly LetterSection[]): string {
  return sections
    .map(({ title, lines }) =>
      [...(title === '' ? [] : [`— ${title} —`]), ...lines.map(plain)].join('\n\n'),
    )
    .join('\n\n\n')
}

const plain = (line: Line): string => (line.kind === 'link' ? line.address : line.text)

/** The same words as a page: paragraphs and links, each language marked as what it is. */
export function htmlOf(subject: string, sections: readonly LetterSection[]): string {
  const body = sections.map(({ locale, title, lines }) =>
    [
      `<div lang="${locale}">`,
      ...(title === '' ? [] : [`<h2>${escaped(title)}</h2>`]),
      ...lines.map(paragraph),
      '</div>',
    ].join('\n'),
  )
  const language = sections[0]?.locale ?? 'en'
  return [
    `<!doctype html>`,
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    `<body style="font: 16px/1.5 sans-serif; max-width: 40em">`,
    ...body,
    '</body>',
    '</html>',
  ].join('\n')
}

function paragraph(line: Line): string {
  if (line.kind === 'words')
    return `<p>${escaped(line.text).replaceAll('\n', '<br>')}</p>`
  const address = escaped(line.address)
  return `<p><a href="${address}">${address}</a></p>`
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
