import { type Finding, matches } from './finding.ts'

const email =
  /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}-]{1,63}){0,4}/gu

const at = '(?:at|snabel-?a|krøllalfa|alfakrøll|apenstaartje|arond|a rond)'
const dot = '(?: ?(?:dot|punkt|punktum|punt|punct) ?|\\.)'
const host = `[\\p{L}\\p{N}-]{2,63}${dot}[a-z]{2,10}`

/** What follows the name in an address spelled out, `anna (at) example dot org`. */
const spelledHost = new RegExp(
  `(?:[([{<] ?${at} ?[)\\]}>] ?|(?<= )${at} )${host}(?!\\p{L})`,
  'giu',
)
const spelledName = /[\p{L}\p{N}][\p{L}\p{N}._-]{0,63} ?$/u

/** From the host back to the name, so that not every word is tried as one. */
function spelledOut(text: string): readonly Finding[] {
  return [...text.matchAll(spelledHost)].flatMap((match) => {
    const name = spelledName.exec(text.slice(Math.max(0, match.index - 66), match.index))
    if (!name) return []
    const start = match.index - name[0].length
    const end = match.index + match[0].length
    return [{ kind: 'email', certainty: 'likely', start, end }]
  })
}

const withScheme = /(?:https?:\/\/|(?<![\p{L}\d])www\.)[^\s<>"]{2,300}/giu
const endings = 'com|org|net|info|eu|io|se|no|nl|ro|uk|de|dk|fi|be|me|app'
const anyEnding = new RegExp(`\\.(?:${endings})(?!\\p{L})`, 'u')
const bare = new RegExp(
  `(?<![\\p{L}\\d@.-])(?:[\\p{L}\\d-]{2,63}\\.){1,3}(?:${endings})(?![\\p{L}\\d@]|\\.\\p{L})(?:/[^\\s<>"]{0,300})?`,
  'gu',
)

const handle = /(?<![\p{L}\p{N}@._-])@[\p{L}\p{N}_][\p{L}\p{N}_.]{0,29}[\p{L}\p{N}_]/gu

/** E-mail addresses, also spelled out, web addresses and handles. */
export function findContacts(text: string): readonly Finding[] {
  const withSign = text.includes('@')
    ? [
        ...matches(text, email, 'email', ([found]) =>
          /@.+\../.test(found) ? 'sure' : 'likely',
        ),
        ...matches(text, handle, 'handle', () => 'likely'),
      ]
    : []
  const withoutScheme = anyEnding.test(text)
    ? matches(text, bare, 'web-address', () => 'likely')
    : []
  return [
    ...withSign,
    ...spelledOut(text),
    ...matches(text, withScheme, 'web-address', () => 'sure'),
    ...withoutScheme,
  ]
}
