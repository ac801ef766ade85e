import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { InterviewLink } from '#server/interviews/contract.ts'
import { ask, interviews, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { ShownLink } from '../../manager-interview/shown-link.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

/** Makes a new link in place of one that went astray. */
export function RenewInvitation({
  id,
  interview,
  label,
}: {
  readonly id: string
  readonly interview: string
  readonly label: string
}): ReactNode {
  const { say } = useLanguage()
  const renewing = useMutation<InterviewLink, Refused>({
    mutationFn: () =>
      ask(
        InterviewLink,
        interviews[':id'][':interview'].link.$post({ param: { id, interview } }),
      ),
  })
  if (renewing.data) {
    return (
      <ShownLink
        label={say('interviews.link')}
        text={say('interviews.link.text')}
        link={renewing.data.link}
      />
    )
  }
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        loading={renewing.isPending}
        onClick={() => renewing.mutate()}
      >
        {say('interviews.renew', { label })}
      </Button>
      <RefusalNote refusal={renewing.error} />
    </>
  )
}
