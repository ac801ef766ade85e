import { lineTitle } from '#analysis/review/line-titles.ts'
import type { TotalsPreview } from '#server/annual-reports/contract.ts'
import { useAnnualVoice } from '../../annual-reports.ts'
import { useLanguage } from '../../language.tsx'

type Problem = TotalsPreview['problems'][number]

/** What is wrong with a line, with the lines it does not agree with and both numbers. */
export function useProblemWords(): (problem: Problem) => string {
  const { say, number } = useLanguage()
  const voice = useAnnualVoice()
  return ({ fault, others, words }) =>
    say(`totals.fault.${fault}`, {
      others: others.map((line) => lineTitle(line, voice)).join(', '),
      ...Object.fromEntries(
        Object.entries(words).map(([name, value]) => [name, number(value)]),
      ),
    })
}
