import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MaterialChoice, type MaterialText } from '#server/orientation/contract.ts'
import { frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { languageName } from './fact-words.ts'
import { LeftWords } from './left-words.tsx'
import { PassageRow } from './passage-row.tsx'
import { type MaterialAt, wordsQuery } from './queries.ts'

/** One material sentence by sentence, to be changed. */
export function WordsPage(): ReactNode {
  const params = useParams({ from: '/signed-in/assessments/$id/tell/$kind/$locale' })
  const at: MaterialAt = MaterialChoice.parse(params)
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { data, error } = useQuery(wordsQuery(at))
  const { say, locale } = useLanguage()
  const title = say('words.title', {
    kind: say(`kind.${at.kind}`),
    language: languageName(at.locale, locale),
  })
  const canChange = door.me?.role === 'organiser'
  return (
    <>
      <PageHead title={title} lead={say('words.lead')} />
      <p>
        <Link to={paths.tell} params={{ id: at.id }}>
          {say('words.back')}
        </Link>
      </p>
      {!data && <RefusalNote refusal={error} />}
      {data && <LeftWords at={at} left={data.left} />}
      {data?.sections.map((section) => (
        <Card title={section.title} key={section.title}>
          <Passages at={at} section={section} canChange={canChange} />
        </Card>
      ))}
    </>
  )
}

function Passages({
  at,
  section,
  canChange,
}: {
  readonly at: MaterialAt
  readonly section: MaterialText['sections'][number]
  readonly canChange: boolean
}): ReactNode {
  return (
    <ul className="plain-list">
      {section.passages.map((passage) => (
        <li key={passage.id}>
          <PassageRow at={at} passage={passage} canChange={canChange} />
        </li>
      ))}
    </ul>
  )
}
