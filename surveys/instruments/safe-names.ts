import { declined } from '../questionnaire.ts'
import { plainText } from './plain-text.ts'

const longestName = 40

/** Names as ids: the same name gives the same id, a second one gets a number. */
export function uniqueNames(toName: (name: string) => string): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    const base = toName(name)
    let id = base
    for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
    taken.add(id)
    return id
  }
}

/** A name that forms of every kind take: it begins with a letter. */
export function safeName(name: string): string {
  const plain = slug(name)
  return /^[a-z]/i.test(plain) ? plain : `q-${plain}`.replace(/-+$/, '')
}

/** A value that may stand in an answer, and is not the word for not answering. */
export function safeValue(value: string): string {
  const plain = slug(value.startsWith('-') ? `minus${value}` : value)
  return plain === declined ? `${declined}-option` : plain || 'option'
}

function slug(name: string): string {
  return name
    .slice(0, 200)
    .normalize('NFKD')
    .replaceAll(/[^\w.-]+/g, '-')
    .replaceAll(/^[-_.]+|[-_.]+$/g, '')
    .slice(0, longestName)
}

const longestPlace = 120

/** Where something stood, as plain text of one line. */
export function placeName(where: string): string {
  const plain = plainText(where.slice(0, 1_000))?.text ?? ''
  return plain.slice(0, longestPlace).toWellFormed()
}
