const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
}

/** What XML 1.0 allows nowhere, not even escaped. */
const unspeakable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** Text as it may stand in an element or between double quotes. */
function escaped(text: string): string {
  return text
    .replace(unspeakable, '\u{fffd}')
    .replace(/[&<>"\n\t\r]/g, (sign) => escapes[sign] ?? sign)
}

/** An element with its attributes in the order given; `undefined` ones are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly string[] = [],
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(value)}"`],
  )
  const start = `<${name}${written.join('')}`
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`
}

/** An element that holds text only. */
export function textElement(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`
}

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
