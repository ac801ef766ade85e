import type { CodeId } from '#analysis/coding/codebook.ts'
import type { CodedText } from '#analysis/coding/suggestions.ts'
import { readRows } from '../statistics/real-survey.ts'
import coded from './osmi-coded.json' with { type: 'json' }

/** A sentence that a person coded, and whose it is: people write several. */
export interface CodedSentence extends CodedText {
  readonly respondent: string
}

const codes: Readonly<Record<string, string>> = coded.codes

/**
 * Open answers of people in technology about health at work (OSMI 2014, 2016), split at
 * sentences, each with the codes one person gave it.
 */
export function readCodedSentences(): readonly CodedSentence[] {
  const rows = readRows('data', 'osmi', 'osmi_freetext_2014_2016.csv')
  return coded.sentences.map(([row, sentence, letters]) => {
    const { year, row: person, text } = rows[Number(row)] ?? {}
    const found = sentencesOf(text ?? '')[Number(sentence)]
    if (!found) throw new Error(`expected sentence ${sentence} in row ${row}`)
    return {
      text: found,
      respondent: `${year}/${person}`,
      codes: new Set([...String(letters)].map((letter) => codes[letter] as CodeId)),
    }
  })
}

/** Split behind a full stop, question or exclamation mark that a capital follows. */
function sentencesOf(text: string): readonly string[] {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\d"“(])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}
