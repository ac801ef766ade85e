import type { Paper } from '#analysis/orientation/document.ts'

/**
 * Characters that XML 1.0 forbids, halves of a broken pair, and the marks that turn the
 * direction of what follows: any of them makes an office program call the file damaged, or
 * lets one name look like another.
 */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The text as every renderer can carry it: composed letters, plain line ends, no control characters. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unprintable, '')
    .normalize('NFC')
}

/** The same document with every text of it changed by one rule. */
export function withTexts<Printed extends Paper>(
  document: Printed,
  change: (text: string) => string,
): Printed {
  const changed: unknown = JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    typeof value === 'string' ? change(value) : value,
  )
  // The reviver keeps every shape; names of kinds and languages are plain letters, which
  // no rule of ours touches.
  return changed as Printed
}

/**
 * The text with invisible places to break in words that may be wider than a column: after the
 * marks of an address or a code, and now and then in what is only letters.
 */
export function breakable(text: string): string {
  return text
    .replace(/\S{21,}/gu, (word) => word.replace(/[^\p{L}\p{N}\p{M}](?=.)/gu, '$&\u200b'))
    .replace(/[^\s\u200b]{40}(?=[^\s\u200b])/gu, '$&\u200b')
}
