import type { ReactNode } from 'react'
import {
  type ItemsCheck,
  type TranslationCheck,
  validationOf,
} from '#analysis/needs/validation.ts'
import type { Examinations } from '#server/examinations/contract.ts'
import { constructIds } from '#surveys/constructs.ts'
import { type Locale, languageNames, locales } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { WideTable } from '../../ui/wide-table.tsx'

/** The status of core, modules and translation in each language, as results will say it. */
export function ChecksTable({
  checks,
}: {
  readonly checks: Examinations['examinations']
}): ReactNode {
  const { say } = useLanguage()
  const validation = validationOf(checks)
  return (
    <Card title={say('checks.table')}>
      <WideTable title={say('checks.table')}>
        <table className="plain">
          <caption className="unseen">{say('checks.table')}</caption>
          <thead>
            <tr>
              {(['language', 'items', 'modules', 'translation'] as const).map(
                (column) => (
                  <th key={column} scope="col">
                    {say(`checks.${column}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {locales.map((locale) => {
              const status = validation[locale]
              return (
                <tr key={locale}>
                  <th scope="row">{languageNames[locale]}</th>
                  <td>{status && <Items check={status.items} />}</td>
                  <td>{say('checks.not-validated')}</td>
                  <td>
                    {status && <Translation locale={locale} check={status.translation} />}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </WideTable>
      <p className="quiet">
        {say('checks.constructs')}{' '}
        {constructIds
          .filter((id) => id !== 'soc.safety')
          .map((id) => say(`construct.${id}`))
          .join(' · ')}
      </p>
    </Card>
  )
}

function Items({ check }: { readonly check: ItemsCheck }): ReactNode {
  const { say, date } = useLanguage()
  if (check.kind === 'not-validated') return say('checks.not-validated')
  return say('checks.pilot-checked', { by: check.by, on: date(check.on) })
}

/** English is what the others were translated from. */
function Translation({
  locale,
  check,
}: {
  readonly locale: Locale
  readonly check: TranslationCheck
}): ReactNode {
  const { say, date } = useLanguage()
  if (check.kind === 'checked')
    return say('checks.checked', { by: check.by, on: date(check.on) })
  return say(locale === 'en' ? 'checks.written' : 'checks.not-checked')
}
