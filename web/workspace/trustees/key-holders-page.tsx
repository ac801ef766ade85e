import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import type { KeyHolders } from '#server/trustees/contract.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { keyHoldersQuery } from '../../key-holders.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ExampleKeys } from './example-keys.tsx'
import { KeyHolderRow } from './key-holder-row.tsx'
import { KeyRule } from './key-rule.tsx'
import { NameKeyHolder } from './name-key-holder.tsx'

/** Who holds the keys, who has made theirs, and who has tried it. */
export function KeyHoldersPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { data: keys } = useQuery(keyHoldersQuery(id))
  const { say } = useLanguage()
  const isDraft = assessment.state === 'draft' || assessment.state === 'reviewed'
  const canChange = isDraft && door.me?.role === 'organiser'
  if (!keys) return <PageHead title={say('keys.title')} lead={say('keys.lead')} />
  return (
    <>
      <PageHead title={say('keys.title')} lead={say('keys.lead')} />
      <Card title={say('keys.holders')}>
        {keys.holders.length === 0 && <p>{say('keys.none')}</p>}
        <ul className="key-holders">
          {keys.holders.map((holder) => (
            <KeyHolderRow
              key={holder.id}
              assessment={assessment}
              holder={holder}
              canRemove={canChange}
            />
          ))}
        </ul>
        <Missing assessment={assessment} keys={keys} />
        {isDraft && <p className="quiet">{say('keys.why')}</p>}
      </Card>
      {canChange && (
        <div className="two">
          <NameKeyHolder id={id} />
          <KeyRule id={id} keys={keys} />
        </div>
      )}
      {assessment.example && door.me?.role === 'organiser' && (
        <ExampleKeys assessment={assessment} keys={keys} />
      )}
    </>
  )
}

/** What is missing before the next step. */
function Missing({
  assessment: { state },
  keys: { fault, needed, holders },
}: {
  readonly assessment: Assessment
  readonly keys: KeyHolders
}): ReactNode {
  const { say } = useLanguage()
  const rule = say('keys.needed.of', { needed, all: holders.length })
  if (state !== 'draft' && state !== 'reviewed' && state !== 'frozen')
    return <p>{rule}</p>
  if (fault === 'keys-not-tried') {
    return <p>{say(state === 'frozen' ? 'refusal.keys-not-tried' : 'keys.all-made')}</p>
  }
  if (fault) return <p>{say(`refusal.${fault}`)}</p>
  return <p className="good">{say('keys.ready')}</p>
}
