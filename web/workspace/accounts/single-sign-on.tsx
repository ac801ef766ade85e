import { Button, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { SingleSignOnAddress } from '#server/accounts/contract.ts'
import { accounts, ask, Refused } from '../../api.ts'
import { frontDoorQuery } from '../../assessment.ts'
import { type AccountText, useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

const refused = new Refused('single-sign-on-refused')

/** Signs in, or joins, with the organization's own accounts, where that is set up. */
export function SingleSignOn({
  label,
  secret,
}: {
  readonly label: AccountText
  /** of an invitation */
  readonly secret: string | null
}): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useQuery(frontDoorQuery)
  const leaving = useMutation<SingleSignOnAddress, Refused>({
    mutationFn: () =>
      ask(SingleSignOnAddress, accounts['single-sign-on'].$post({ json: { secret } })),
    onSuccess: ({ address }) => window.location.assign(address),
  })
  if (!door?.singleSignOn) return null
  const cameBack = new URLSearchParams(window.location.search).has('error')
  return (
    <Stack mt="lg">
      <RefusalNote refusal={leaving.error ?? (cameBack ? refused : null)} />
      <div>
        <Button variant="default" onClick={() => leaving.mutate()}>
          {say(label)}
        </Button>
      </div>
    </Stack>
  )
}
