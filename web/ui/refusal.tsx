import { Alert, List } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'

/** A no, as pages hear it. */
export interface No {
  readonly code: string
  readonly problems: readonly {
    readonly where: string
    readonly expected: string
    readonly say?: string
    readonly words?: Readonly<Record<string, string | number>>
  }[]
}

/** What went wrong, where, and what to do next; read out when it appears. */
export function RefusalNote({ refusal }: { readonly refusal: No | null }): ReactNode {
  const { say, sayIf } = useLanguage()
  if (!refusal) return null
  const sentence = sayIf(`refusal.${refusal.code}`) || say('refusal.internal-error')
  return (
    <Alert role="alert" className="refusal" title={sentence}>
      {refusal.problems.length > 0 && (
        <List>
          {refusal.problems.map((problem) => (
            <List.Item key={`${problem.where} ${problem.expected}`}>
              {(problem.say && sayIf(problem.say, placeWords(problem.words))) ||
                `${problem.where}: ${problem.expected}`}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  )
}

const placeWords = (words: Readonly<Record<string, string | number>> = {}) => ({
  line: '',
  column: '',
  ...words,
})
