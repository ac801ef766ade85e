import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../refusal.ts'

/** What somebody's password must not be made of. */
export interface Owner {
  readonly name: string
  readonly email: string
  readonly organization: string
}

const bytesOfMark = 4
const fewestOwnLetters = 8

/** Marks of common passwords; see the head of the file. */
const common = readCommon()

/**
 * Refuses passwords that are among the first to be tried: common ones, also with a number at
 * their end, repeated or running characters, and the person's own names. Length is asked for by
 * the contract; no kind of character is: that makes passwords no better and hard to remember.
 *
 * @throws Refusal saying which of these it is
 */
export function refuseWeakPassword(password: string, owner: Owner): void {
  const text = password.normalize('NFKC').toLowerCase()
  if (isCommon(text)) throw new Refusal('password-common')
  if (isMonotonous(text)) throw new Refusal('password-monotonous')
  if (isOfNames(text, owner)) throw new Refusal('password-of-names')
}

function isCommon(text: string): boolean {
  const stem = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const plain = stem.replaceAll(/[@431!05$7]/g, (sign) => unveiled[sign] ?? sign)
  return [text, stem, plain].some((each) => each !== '' && common.has(markOf(each)))
}

/** Signs that stand for letters, as everybody who guesses knows. */
const unveiled: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
}

const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
]

/** Few different characters, a short piece over and over, or mostly keys in a row. */
function isMonotonous(text: string): boolean {
  if (new Set(text).size < 5) return true
  if (/^(.{1,6})\1+.{0,5}$/u.test(text)) return true
  const inRuns = [...text].filter((sign, index) => {
    const pair = (text[index - 1] ?? '') + sign
    const back = sign + (text[index - 1] ?? '')
    return (
      pair.length === 2 && runs.some((run) => run.includes(pair) || run.includes(back))
    )
  })
  return inRuns.length >= text.length - 4
}

/** What is left without names and the product's own is too short to protect anything. */
function isOfNames(text: string, { name, email, organization }: Owner): boolean {
  const words = `${name} ${email} ${organization} groundwork`
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), text)
  return (
    left.length < text.length &&
    left.replaceAll(/[^\p{L}]/gu, '').length < fewestOwnLetters
  )
}

function readCommon(): ReadonlySet<string> {
  const file = readFileSync(join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
  const bytes = Buffer.from(file.replaceAll(/^#.*\n/gm, ''), 'base64').toString('hex')
  return new Set(bytes.match(new RegExp(`.{${bytesOfMark * 2}}`, 'g')))
}

function markOf(text: string): string {
  const hash = createHash('sha256').update(text).digest()
  return hash.subarray(0, bytesOfMark).toString('hex')
}
