import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CodingStudy } from '#server/coding/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useStudyStep } from './queries.ts'

/** How far the study is, who codes it, and the next step there is for whoever reads. */
export function StudyCard({
  id,
  study,
}: {
  readonly id: string
  readonly study: CodingStudy
}): ReactNode {
  const { say, count } = useLanguage()
  const { state, coders, groups, waiting } = study
  return (
    <Card title={say('coding.study')}>
      <p role="status">{say(`coding.state.${state}`)}</p>
      {state !== 'not-begun' && <p>{count('coding.groups', groups)}</p>}
      <ul className="plain-list">
        {coders.map(({ place, name, finished }) => (
          <li key={place}>
            <span>
              {say(`coding.coder.${place}`, { name })} ·{' '}
              {say(finished ? 'coding.coder.finished' : 'coding.coder.at-work')}
            </span>
          </li>
        ))}
      </ul>
      {waiting > 0 && state !== 'locked' && <TakeIn id={id} study={study} />}
      {state === 'not-begun' && waiting === 0 && <p>{say('coding.nothing')}</p>}
      {state === 'coding' && study.me === null && coders.length < 2 && <Join id={id} />}
      {state === 'coding' && study.me !== null && <Finish id={id} study={study} />}
    </Card>
  )
}

function TakeIn({
  id,
  study: { waiting, state, me },
}: {
  readonly id: string
  readonly study: CodingStudy
}): ReactNode {
  const { say, count } = useLanguage()
  const taking = useStudyStep(id, 'begin')
  if (state !== 'not-begun' && me === null) return null
  return (
    <>
      <p>{count('coding.waiting', waiting)}</p>
      <FinalButton
        label={say(state === 'not-begun' ? 'coding.begin' : 'coding.take-in')}
        onConfirm={() => taking.mutate()}
        loading={taking.isPending}
      />
      <RefusalNote refusal={taking.error} />
    </>
  )
}

function Join({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const joining = useStudyStep(id, 'join')
  return (
    <>
      <p>{say('coding.join.text')}</p>
      <Button onClick={() => joining.mutate()} loading={joining.isPending}>
        {say('coding.join')}
      </Button>
      <RefusalNote refusal={joining.error} />
    </>
  )
}

function Finish({
  id,
  study,
}: {
  readonly id: string
  readonly study: CodingStudy
}): ReactNode {
  const { say, count } = useLanguage()
  const finishing = useStudyStep(id, 'finish')
  const mine = study.coders.find(({ place }) => place === study.me)
  if (mine?.finished) return <p>{say('coding.finish.waits')}</p>
  const left = study.segments.filter(({ twice, codes }) => twice && !codes).length
  return (
    <>
      {left > 0 ? (
        <p>{count('coding.left', left)}</p>
      ) : (
        <FinalButton
          label={say('coding.finish')}
          onConfirm={() => finishing.mutate()}
          loading={finishing.isPending}
        />
      )}
      <RefusalNote refusal={finishing.error} />
    </>
  )
}
