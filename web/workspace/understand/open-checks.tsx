import type { ReactNode } from 'react'
import { openChecks } from '#analysis/needs/validation.ts'
import type { Results } from '#server/results/contract.ts'
import { useLanguage } from '../../language.tsx'

/** What nobody has checked of the questions yet, beside every result, by language. */
export function OpenChecks({
  validation,
}: {
  readonly validation: Results['needs']['validation']
}): ReactNode {
  const { say, locale } = useLanguage()
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const all = new Intl.ListFormat(locale, { type: 'conjunction' })
  return openChecks(validation).map(({ kind, locales }) => (
    <p key={kind} className="quiet">
      {say(`validation.${kind}`, {
        languages: all.format(locales.map((one) => names.of(one) ?? one)),
      })}
    </p>
  ))
}
