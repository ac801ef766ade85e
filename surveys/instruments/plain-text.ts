/** What a text had that a plain one does not. */
export type TextLoss = 'markup' | 'script' | 'picture' | 'piping'

export interface PlainText {
  readonly text: string
  readonly lost: ReadonlySet<TextLoss>
}

/** Of one text as it stands in a file: markup makes it several times longer. */
const longestRaw = 20_000

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '\u00ad',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bdquo: '„',
  aring: 'å',
  Aring: 'Å',
  auml: 'ä',
  Auml: 'Ä',
  ouml: 'ö',
  Ouml: 'Ö',
  uuml: 'ü',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  eacute: 'é',
  euml: 'ë',
  iuml: 'ï',
  acirc: 'â',
  icirc: 'î',
}

/** Answers and names that other tools put into a text: `{q1}`, `${q1}`, `${e://Field/name}`. */
const piping = /\{[^{}\s][^{}]{0,300}\}/
/**
 * Control characters, and signs that show nothing or turn the direction of what follows. Where a
 * word may be divided, and how letters join, is part of a text.
 */
const unwanted = /(?![\u00ad\u200c\u200d])[\p{Cc}\p{Cf}]/gu
/** Tags inside a word or a sentence, and those that part one from the next. */
const inline =
  /<\/?(?:a|abbr|b|big|em|font|i|mark|s|small|span|strong|sub|sup|u)\b[^<>]*>/gi
const tag = /<[/!?a-z][^<>]*>/gi
const rounds = 4

/**
 * A text without markup, scripts, styles, control characters and line breaks. What looks like
 * markup only after its escapes are undone goes too, so that nothing downstream can bring it to
 * life; the time it takes grows with the length alone.
 *
 * @returns undefined for a text that is longer than any question
 */
export function plainText(raw: string): PlainText | undefined {
  if (raw.length > longestRaw) return undefined
  const lost = new Set<TextLoss>()
  let text = raw.toWellFormed()
  for (let round = 0; round < rounds; round += 1) {
    const stripped = unescaped(withoutMarkup(text, lost))
    if (stripped === text) break
    text = stripped
  }
  if (/<[/!?a-z]/i.test(text)) {
    lost.add('markup')
    text = text.replaceAll(/<+(?=[/!?a-z])/gi, '')
  }
  text = text.replaceAll(/\s+/gu, ' ').replaceAll(unwanted, '').trim()
  if (piping.test(text)) lost.add('piping')
  return { text, lost }
}

function withoutMarkup(text: string, lost: Set<TextLoss>): string {
  if (!text.includes('<')) return text
  if (/<(?:script|iframe|object|embed)\b|\bon[a-z]{3,20}\s*=/i.test(text))
    lost.add('script')
  if (/<(?:img|svg|video|audio|picture)\b/i.test(text)) lost.add('picture')
  const whole = ['script', 'style', 'svg'].reduce(withoutElement, text)
  const plain = whole.replaceAll('<!--', '<!').replaceAll(inline, '').replaceAll(tag, ' ')
  if (plain !== text) lost.add('markup')
  return plain
}

/** Without an element and all that is in it, also where it is never closed. */
function withoutElement(text: string, name: string): string {
  const small = text.toLowerCase()
  const kept: string[] = []
  let from = 0
  while (from < text.length) {
    const start = small.indexOf(`<${name}`, from)
    if (start < 0) break
    kept.push(text.slice(from, start), ' ')
    const end = small.indexOf(`</${name}`, start)
    const after = end < 0 ? -1 : small.indexOf('>', end)
    from = after < 0 ? text.length : after + 1
  }
  return kept.join('') + text.slice(from)
}

function unescaped(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined)
        return Object.hasOwn(named, name) ? (named[name] ?? '') : whole
      const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16)
      return code > 0x10ffff ? '' : String.fromCodePoint(code).toWellFormed()
    },
  )
}
