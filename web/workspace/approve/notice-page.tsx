import { Button, Table } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { languageNames } from '#surveys/locale.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { type Notice, noticeQuery } from './queries.ts'

/**
 * A sheet for the notice board, made of the manifest itself: the number on it is computed here,
 * from the same bytes that employees' pages check.
 */
export function NoticePage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { say, date, number } = useLanguage()
  const { data: notice, error } = useQuery(noticeQuery(id))
  if (!notice) {
    return (
      <>
        <PageHead title={say('notice.title')} />
        <RefusalNote refusal={error} />
      </>
    )
  }
  const { manifest } = notice
  return (
    <>
      <PageHead
        title={say('notice.title')}
        lead={say('notice.lead', { organization: manifest.organization })}
        actions={
          <Button className="no-print" onClick={() => window.print()}>
            {say('notice.print')}
          </Button>
        }
      />
      <Card title={say('number.title')} className="notice">
        <p className="survey-number">{notice.number}</p>
        <p>{say('notice.compare')}</p>
      </Card>
      <Card title={say('notice.who')}>
        <Units manifest={manifest} />
        <p>{say('notice.smallest', { answers: number(manifest.smallestGroup) })}</p>
      </Card>
      <Card title={say('keys.title')}>
        <Keys notice={notice} />
      </Card>
      <Card title={say('notice.dates')}>
        {assessment.closesOn && (
          <p>{say('notice.until', { date: date(assessment.closesOn) })}</p>
        )}
        <p>{say('notice.results', { date: date(manifest.resultsBy) })}</p>
      </Card>
      <Card title={say('notice.help')}>
        <ul>
          {manifest.languages.map((locale) => (
            <li key={locale} lang={locale}>
              {languageNames[locale]}:{' '}
              {manifest.contacts[locale]
                ?.map(({ name, phone }) => `${name} ${phone}`)
                .join(' · ')}
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}

function Units({ manifest }: { readonly manifest: Manifest }): ReactNode {
  const { say, count } = useLanguage()
  return (
    <Table>
      <caption>{say('notice.who.caption')}</caption>
      <tbody>
        {manifest.units.map(({ id, name, headcount }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{count('people', headcount)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Keys({
  notice: { manifest, keyNumbers },
}: {
  readonly notice: Notice
}): ReactNode {
  const { say } = useLanguage()
  const { trustees, trusteesNeeded } = manifest
  return (
    <>
      <ul>
        {trustees.map(({ id, name, side }) => (
          <li key={id}>
            {name}, {say(`side.${side}`)}: <code>{keyNumbers.get(id)}</code>
          </li>
        ))}
      </ul>
      <p>{say('notice.keys', { needed: trusteesNeeded, all: trustees.length })}</p>
    </>
  )
}
