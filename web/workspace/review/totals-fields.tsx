import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import {
  type AnnualLine,
  annualLineIds,
  annualParts,
  neededLines,
  partOf,
} from '#analysis/review/annual-lines.ts'
import { lineHelp, lineTitle, partTitle } from '#analysis/review/line-titles.ts'
import type { TotalsPreview } from '#server/annual-reports/contract.ts'
import { useAnnualVoice } from '../../annual-reports.ts'
import { useProblemWords } from './use-problem-words.ts'
import type { Values } from './use-totals.ts'

/** The lines of the template as fields, part by part; what is wrong stands at its line. */
export function TotalsFields({
  values,
  problems,
  onWrite,
}: {
  readonly values: Values
  readonly problems: TotalsPreview['problems']
  readonly onWrite: (line: AnnualLine, value: string) => void
}): ReactNode {
  const voice = useAnnualVoice()
  const wordsOf = useProblemWords()
  const isNeeded = (line: AnnualLine) => neededLines.some((each) => each === line)
  return annualParts.map((part) => (
    <fieldset key={part} className="totals-part">
      <legend className="totals-legend">{partTitle(part, voice)}</legend>
      {annualLineIds
        .filter((line) => partOf(line) === part)
        .map((line) => (
          <TextInput
            key={line}
            label={lineTitle(line, voice)}
            description={lineHelp(line, voice)}
            value={values[line] ?? ''}
            maxLength={40}
            required={isNeeded(line)}
            error={problems
              .filter((problem) => problem.line === line)
              .map(wordsOf)
              .join(' ')}
            onChange={({ currentTarget }) => onWrite(line, currentTarget.value)}
            autoComplete="off"
          />
        ))}
    </fieldset>
  ))
}
