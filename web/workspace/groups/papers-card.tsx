import { NativeSelect, Table } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { GroupPaperChoice, PaperKind } from '#server/group-papers/contract.ts'
import { minutesOfGroup } from '#surveys/focus-group-guide.ts'
import { isLocale, type Locale, languageNames, locales } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { WideTable } from '../../ui/wide-table.tsx'

const lengths = [60, 75, 90, 105, 120]
const forms = GroupPaperChoice.shape.form.options

/** Everything that is printed, in one language and for one length of the group. */
export function PapersCard({
  id,
  languages,
}: {
  readonly id: string
  /** those of the groups stand first */
  readonly languages: readonly Locale[]
}): ReactNode {
  const { say, locale: mine, number } = useLanguage()
  const [locale, setLocale] = useState<Locale>(
    languages.includes(mine) ? mine : (languages[0] ?? mine),
  )
  const [minutes, setMinutes] = useState<number>(minutesOfGroup.usual)
  const offered = [...new Set([...languages, ...locales])]
  return (
    <Card title={say('groups.papers.title')}>
      <p>{say('groups.papers.text')}</p>
      <div className="two">
        <NativeSelect
          label={say('groups.papers.language')}
          value={locale}
          data={offered.map((value) => ({ value, label: languageNames[value] }))}
          onChange={({ currentTarget: { value } }) => isLocale(value) && setLocale(value)}
        />
        <NativeSelect
          label={say('groups.papers.minutes')}
          value={String(minutes)}
          data={lengths.map((value) => ({ value: String(value), label: number(value) }))}
          onChange={(event) => setMinutes(Number(event.currentTarget.value))}
        />
      </div>
      <WideTable title={say('groups.papers.title')}>
        <Table>
          <tbody>
            {PaperKind.options.map((kind) => (
              <tr key={kind}>
                <th scope="row">{say(`groups.paper.${kind}`)}</th>
                {forms.map((form) => (
                  <td key={form}>
                    <PaperLink paper={{ id, kind, form, locale, minutes }} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </WideTable>
    </Card>
  )
}

function PaperLink({
  paper: { id, kind, form, locale, minutes },
}: {
  readonly paper: {
    readonly id: string
    readonly kind: PaperKind
    readonly form: (typeof forms)[number]
    readonly locale: Locale
    readonly minutes: number
  }
}): ReactNode {
  const { say } = useLanguage()
  const words = form === 'pdf' ? 'PDF' : say('groups.paper.txt')
  return (
    <a
      href={`/api/office/group-papers/${id}/${kind}/${form}/${locale}?minutes=${minutes}`}
      aria-label={say('groups.paper.name', {
        paper: say(`groups.paper.${kind}`),
        form: words,
        language: languageNames[locale],
      })}
      download
    >
      {words}
    </a>
  )
}
