import type { ReactNode } from 'react'
import type { KeptInstrument } from '#server/instruments/contract.ts'
import { obstacleToAsking } from '#surveys/instruments/licence.ts'
import { useLanguage } from '../../language.tsx'
import { useLanguageNames } from './use-language-names.ts'

/** In which languages of the survey the licence allows an instrument, and why not in others. */
export function AskingNote({
  kept: { licence, content },
  languages,
}: {
  readonly kept: KeptInstrument
  readonly languages: readonly string[]
}): ReactNode {
  const { say } = useLanguage()
  const { list } = useLanguageNames()
  const today = new Date().toISOString().slice(0, 10)
  const found = Map.groupBy(
    languages,
    (language) => obstacleToAsking(licence, content, language, today) ?? 'none',
  )
  return (
    <ul>
      {[...found].map(([obstacle, some]) => (
        <li key={obstacle}>
          {obstacle === 'none'
            ? say('instruments.asking.licensed', { languages: list(some) })
            : say(`instruments.asking.${obstacle}`, { languages: list(some) })}
        </li>
      ))}
      <li>
        <strong>{say('instruments.asking.not-yet')}</strong>
      </li>
    </ul>
  )
}
