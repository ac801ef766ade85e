import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { KeyDoor } from '#server/trustees/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useLinkSecret } from '../../use-link-secret.ts'
import { MakeKey } from './make-key.tsx'
import { OpenShares } from './open-shares.tsx'
import { keyDoorQuery } from './queries.ts'
import { TryKey } from './try-key.tsx'

/** The page of one key holder: make a key, show that it opens, open. Without an account. */
export function KeyPage(): ReactNode {
  const { say } = useLanguage()
  const secret = useLinkSecret()
  const { data: door, error } = useQuery({
    ...keyDoorQuery(secret),
    enabled: secret !== '',
  })
  if (!door) {
    return (
      <div className="page narrow">
        <PageHead title={say('key.title')} lead={secret ? undefined : say('key.again')} />
        <RefusalNote refusal={error} />
      </div>
    )
  }
  const { assessment, holder, others, needed } = door
  const { organization, name } = assessment
  return (
    <div className="page narrow">
      <PageHead title={say('key.title')} lead={say('key.for', { name: holder.name })} />
      {assessment.example && <p className="example-band">{say('example.band')}</p>}
      <Card title={`${organization}: ${name}`}>
        <p>{say('key.lead', { all: others.length + 1, needed })}</p>
        <ul>
          {others.map((other) => (
            <li key={`${other.side} ${other.name}`}>
              {other.name}, {say(`side.${other.side}`)}
            </li>
          ))}
        </ul>
        <Numbers door={door} />
      </Card>
      <NextThing door={door} secret={secret} />
      <p className="quiet">{say('key.link-again')}</p>
    </div>
  )
}

/** What a key holder compares with the notice board. */
function Numbers({
  door: { assessment, holder },
}: {
  readonly door: KeyDoor
}): ReactNode {
  const { say } = useLanguage()
  if (!holder.keyNumber) return null
  return (
    <dl className="facts">
      <dt>{say('key.number')}</dt>
      <dd>
        <code>{holder.keyNumber}</code>
      </dd>
      {assessment.surveyNumber && (
        <>
          <dt>{say('number.title')}</dt>
          <dd>
            <code>{assessment.surveyNumber}</code>
          </dd>
        </>
      )}
    </dl>
  )
}

/** The one thing to do now, or that there is none. */
function NextThing({
  door,
  secret,
}: {
  readonly door: KeyDoor
  readonly secret: string
}): ReactNode {
  const { say } = useLanguage()
  const { assessment, holder } = door
  // A key just made stays on the page until its sheet has been kept.
  const [making] = useState(() => holder.keyNumber === null)
  const isDraft = assessment.state === 'draft' || assessment.state === 'reviewed'
  if (isDraft && making) return <MakeKey door={door} secret={secret} />
  switch (assessment.state) {
    case 'draft':
    case 'reviewed':
      return <Quiet>{say('key.wait.frozen')}</Quiet>
    case 'frozen':
      return holder.confirmed ? (
        <Quiet>{say('key.tried')}</Quiet>
      ) : (
        <TryKey door={door} secret={secret} />
      )
    case 'open':
    case 'closed':
      return <Quiet>{say('key.tried')}</Quiet>
    case 'unsealing':
      return <OpenShares door={door} secret={secret} />
    case 'tallied':
      return <Quiet>{say('key.wait.release')}</Quiet>
    default:
      return <Quiet>{say('key.destroy')}</Quiet>
  }
}

function Quiet({ children }: { readonly children: ReactNode }): ReactNode {
  const { say } = useLanguage()
  return (
    <Card title={say('key.now')}>
      <p>{children}</p>
    </Card>
  )
}
