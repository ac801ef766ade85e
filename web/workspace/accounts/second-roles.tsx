import { Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Role, SecondRole } from '#server/accounts/contract.ts'
import { accounts, type Refused, settle } from '../../api.ts'
import { frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

/** Whoever holds several roles sees less, and can lay the second ones down. */
export function SecondRoles({ roles }: { readonly roles: readonly Role[] }): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const layingDown = useMutation<void, Refused, SecondRole>({
    mutationFn: (role) => settle(accounts.me.roles[':role'].$delete({ param: { role } })),
    onSettled: () => client.invalidateQueries({ queryKey: frontDoorQuery.queryKey }),
  })
  const second = SecondRole.options.filter((role) => roles.includes(role))
  return (
    <Stack>
      <p>{say('account.two-roles')}</p>
      {second.length > 0 && <p className="quiet">{say('account.lay-down.why')}</p>}
      {second.map((role) => (
        <div key={role}>
          <FinalButton
            variant="default"
            label={say('account.lay-down', { role: say(`role.${role}`) })}
            onConfirm={() => layingDown.mutate(role)}
          />
        </div>
      ))}
      <RefusalNote refusal={layingDown.error} />
    </Stack>
  )
}
