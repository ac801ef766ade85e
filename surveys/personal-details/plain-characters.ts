const fullWidthOffset = 0xfee0

function plain(character: string): string {
  if (/\s/.test(character)) return character === '\n' ? '\n' : ' '
  if (/[\u2010-\u2015\u2212]/.test(character)) return '-'
  if (/[\u2018\u2019\u02bc\u00b4`]/.test(character)) return "'"
  if (/[\u00ad\u200b-\u200f\u2060\ufeff]/.test(character)) return '\u200b'
  return String.fromCharCode(character.charCodeAt(0) - fullWidthOffset)
}

/**
 * The text with every kind of space, dash, apostrophe, invisible and full-width character
 * written as the plain one, so that a number pasted from a table or a phone is read like one
 * typed. Unit for unit, so that places stay the same.
 */
export function plainCharacters(text: string): string {
  return text.replace(
    /[^\S\n ]|[\u2010-\u2015\u2212\u2018\u2019\u02bc\u00b4`\u00ad\u200b-\u200f\u2060\ufeff]|[\uff01-\uff5e]/g,
    plain,
  )
}

const time = '(?:[01]?\\d|2[0-4])'
const quarter = '(?:00|15|30|45)'
const grouped = '\\d{1,3}(?:[ .,]\\d{3}){0,4}|\\d{4,9}'
const before = '(?<![\\d+\\-.,/])(?<!\\d )'
const money = 'SEK|NOK|EUR|GBP|RON|USD|€|£|\\$|kr'
const counted =
  'SEK|NOK|EUR|GBP|RON|USD|kr\\b|kroner|kronor|kronen|euro|lei\\b|pounds|€|£|%|percent|procent|prosent|kWh|km\\b|kg\\b'

/** Numbers that say how much, when, or which norm; none of them points to a person. */
const quantities: readonly RegExp[] = [
  new RegExp(
    `(?<![\\d.])${time}[:.][0-5]\\d ?(?:-|to|till|til|tot|la) ?${time}[:.][0-5]\\d(?!\\d|[.:]\\d)`,
    'g',
  ),
  new RegExp(`(?<!\\d)${time}${quarter} ?- ?${time}${quarter}(?!\\d)`, 'g'),
  new RegExp(`(?:${money}) ?(?:${grouped})(?:[.,]\\d{1,2})?(?!\\d)`, 'g'),
  new RegExp(`${before}(?:${grouped})(?:[.,]\\d{1,2})? ?(?:${counted})`, 'g'),
  /\b(?:ISO|EN|SS|NS|NEN|IEC|SR|BS|AFS|EU|UE)(?:[ /-]{1,2}(?:ISO|EN|IEC)){0,2}[ /-]{1,2}\d{2,5}(?:[:/-]\d{1,4}){0,3}/g,
]

/** The text with hours, amounts and norms blotted out, unit for unit. */
export function withoutQuantities(plainText: string): string {
  return quantities.reduce(
    (text, quantity) => text.replace(quantity, (found) => '·'.repeat(found.length)),
    plainText,
  )
}
