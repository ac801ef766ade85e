import {
  fewestPositives,
  measureSuggestions,
} from '../analysis/coding/measure-suggestions.ts'
import coded from '../analysis/coding/osmi-coded.json' with { type: 'json' }
import { readCodedSentences } from '../analysis/coding/osmi-sentences.ts'
import { findRealData } from '../real-data.ts'

const letters: Readonly<Record<string, string>> = coded.codes
const own: Readonly<Record<string, string>> = coded.own

/** Codes of the coder's own by the name the coder gave them. */
function nameOf(code: string): string {
  const letter = Object.keys(own).find((one) => letters[one] === code)
  return letter ? `own: ${own[letter]}` : code
}

/**
 * How well codes are suggested, on sentences of real people that one person coded. Prints
 * figures only, never a sentence.
 */
export function measureCoding(): void {
  if (!findRealData()) return
  const sentences = readCodedSentences()
  const people = new Set(sentences.map(({ respondent }) => respondent)).size
  console.log(
    `\nSuggested codes: ${sentences.length} sentences of ${people} people, coded by one person,` +
      ` each held out once (5 parts by person); codes with ${fewestPositives} or more`,
  )
  for (const fromCodebook of [true, false]) {
    for (const threshold of [0.4, 0.5, 0.6]) {
      console.log(
        `\nconfidence from ${threshold}, ${fromCodebook ? 'with' : 'without'} the codebook's words`,
      )
      console.table(
        Object.fromEntries(
          measureSuggestions(sentences, { threshold, fromCodebook }).map((one) => [
            nameOf(one.code),
            {
              'held out': one.positives,
              suggested: one.suggested,
              right: one.right,
              precision: Number(one.precision.toFixed(2)),
              recall: Number(one.recall.toFixed(2)),
              chance: Number(one.chance.toFixed(2)),
            },
          ]),
        ),
      )
    }
  }
}
