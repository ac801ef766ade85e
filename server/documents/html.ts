import type { Paper, PaperBlock } from '#analysis/orientation/document.ts'
import { barsInWords } from './bars.ts'
import { languageTags } from './language-tags.ts'
import { printable, withTexts } from './printable.ts'
import { light } from './theme.ts'

/**
 * The document as one file to put on an intranet: no script, nothing loaded from elsewhere.
 * All words are data: nothing a person wrote is ever read as markup.
 */
export function renderHtml(document: Paper): string {
  const title = escaped(printable(document.title))
  return `<!doctype html>
<html lang="${languageTags[document.locale]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${renderMain(document)}
</body>
</html>
`
}

/**
 * The same as what stands in the body of a page.
 *
 * @param beside markup before its last line
 */
export function renderMain(document: Paper, beside = ''): string {
  const { title, subtitle, footer, sections } = withTexts(document, printable)
  const parts = sections.map(
    (section) =>
      `<section>\n<h2>${escaped(section.title)}</h2>\n${section.blocks.map(drawn).join('\n')}\n</section>`,
  )
  return `<main>
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(subtitle)}</p>
</header>
${parts.join('\n')}
${beside}<footer><p>${escaped(footer)}</p></footer>
</main>`
}

/** A few rules with our colours; the page on the web has its own sheet. */
const style = `body{margin:0;background:${light.paper};color:${light.ink};font:17px/1.5 system-ui,sans-serif}main{max-width:40rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid ${light.line}}.callout{border-left:4px solid ${light.accent};background:${light.accentSoft};padding:.5rem 1rem}`

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** The text as it can stand between tags and in an attribute: nothing in it is markup. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')

/** Words in which an address can be followed. A full stop at its end is not part of it. */
const linked = (text: string): string =>
  escaped(text).replace(
    /https?:\/\/[^\s<>]*[^\s<>.,;:!?)]/g,
    (address) => `<a href="${address}" rel="noreferrer">${address}</a>`,
  )

/** A number that a phone can call; anything else stays words. */
function callable(text: string): string {
  const number = text.replace(/[^\d+]/g, '')
  if (!/^[+\d][\d\s()/.-]+$/.test(text) || number.length < 3) return linked(text)
  return `<a href="tel:${number}">${escaped(text)}</a>`
}

const items = (texts: readonly string[]): string =>
  texts.map((text) => `<li>${linked(text)}</li>`).join('')

function drawn(block: PaperBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${linked(block.text)}</p>`
    case 'list':
      return block.ordered
        ? `<ol>${items(block.items)}</ol>`
        : `<ul>${items(block.items)}</ul>`
    case 'callout':
      return `<div class="callout"><p><strong>${callable(block.title)}</strong></p><p>${linked(block.text)}</p></div>`
    case 'bars':
      return `<p>${escaped(barsInWords(block))}</p>`
    case 'table':
      return table(block)
    case 'contacts':
      return `<ul class="contacts">${block.contacts.map(({ name, phone }) => `<li>${escaped(name)} <strong>${callable(phone)}</strong></li>`).join('')}</ul>`
    case 'square':
      return `<p>${escaped(block.alt)}</p>`
    case 'cards':
      return `<ul>${items(block.cards)}</ul>`
    case 'lines':
      return `<ul>${items(block.labels)}</ul>`
    case 'checks':
      return `<ul class="checks">${items(block.items)}</ul>`
  }
}

function table({ caption, head, rows }: Extract<PaperBlock, { kind: 'table' }>): string {
  const top = head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')
  const body = rows.map((row) => {
    const [first = '', ...rest] = row
    const cells = rest.map((cell) => `<td>${callable(cell)}</td>`).join('')
    return `<tr><th scope="row">${escaped(first)}</th>${cells}</tr>`
  })
  return `<div class="wide" role="group" tabindex="0" aria-label="${escaped(caption)}"><table><caption>${escaped(caption)}</caption><thead><tr>${top}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}
