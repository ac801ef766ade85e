import { Button, CopyButton, TextInput } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import { type KeyHolder, KeyHolders, KeyLink } from '#server/trustees/contract.ts'
import { ask, type Refused, trustees } from '../../api.ts'
import { frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useKeyHolderChange } from './use-key-holder-change.ts'

/** One key holder: the side, the key, and the link to hand over. */
export function KeyHolderRow({
  assessment: { id, state },
  holder,
  canRemove,
}: {
  readonly assessment: Assessment
  readonly holder: KeyHolder
  readonly canRemove: boolean
}): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const param = { id, holder: holder.id }
  const removing = useKeyHolderChange(id, () =>
    ask(KeyHolders, trustees[':id'][':holder'].$delete({ param })),
  )
  const handsOver = (holder.side === 'organiser') === (door.me?.role === 'organiser')
  const isOver = state === 'aborted' || state === 'released' || state === 'shredded'
  return (
    <li>
      <p>
        <strong>{holder.name}</strong>, {say(`side.${holder.side}`)}
      </p>
      <p className="quiet">
        {holder.keyNumber === null
          ? say('keys.not-made')
          : say('keys.made', { number: holder.keyNumber })}
        {holder.confirmed && (
          <>
            {' · '}
            <span className="good">{say('keys.tried')}</span>
          </>
        )}
      </p>
      {!isOver && (handsOver ? <Link {...param} name={holder.name} /> : <NotMine />)}
      {canRemove && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={say('keys.remove', { name: holder.name })}
          loading={removing.isPending}
          onClick={() => removing.mutate(undefined)}
        >
          {say('remove')}
        </Button>
      )}
      <RefusalNote refusal={removing.error} />
    </li>
  )
}

function NotMine(): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const isOrganiser = door.me?.role === 'organiser'
  return (
    <p className="quiet">
      {say(isOrganiser ? 'keys.link.employee-side' : 'keys.link.organiser')}
    </p>
  )
}

function Link({
  id,
  holder,
  name,
}: {
  readonly id: string
  readonly holder: string
  readonly name: string
}): ReactNode {
  const { say } = useLanguage()
  const linking = useMutation<KeyLink, Refused>({
    mutationFn: () =>
      ask(KeyLink, trustees[':id'][':holder'].link.$post({ param: { id, holder } })),
  })
  if (linking.data) {
    const { link } = linking.data
    return (
      <>
        <TextInput
          label={say('keys.link.of', { name })}
          description={say('keys.link.text')}
          value={link}
          readOnly
        />
        <div className="row">
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {say(copied ? 'people.link.copied' : 'people.link.copy')}
              </Button>
            )}
          </CopyButton>
          <a href={link} target="_blank" rel="noreferrer">
            {say('keys.link.mine')}
          </a>
        </div>
      </>
    )
  }
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        onClick={() => linking.mutate()}
        loading={linking.isPending}
      >
        {say('keys.link', { name })}
      </Button>
      <RefusalNote refusal={linking.error} />
    </>
  )
}
