import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { encode } from 'uqr'
import type { BackupCodes, NewSecondFactor } from '#server/accounts/contract.ts'
import { accounts, type Refused, settle } from '../../api.ts'
import { frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

/** The white margin that scanners need, in modules. */
const margin = 4

/** What an app needs, the codes for when it is lost, and a first code as proof. */
export function AppSetUp({ address, backupCodes }: NewSecondFactor): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const [code, setCode] = useState('')
  const confirming = useMutation<void, Refused>({
    mutationFn: () =>
      settle(accounts.me['second-factor'].confirm.$post({ json: { code } })),
    onSuccess: () => client.invalidateQueries(frontDoorQuery),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        confirming.mutate()
      }}
    >
      <Stack>
        <p>{say('factor.scan')}</p>
        <Picture address={address} />
        <TextInput label={say('factor.key')} value={keyIn(address)} readOnly />
        <CodesOnPaper backupCodes={backupCodes} />
        <TextInput
          label={say('factor.code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <RefusalNote refusal={confirming.error} />
        <div>
          <Button type="submit" loading={confirming.isPending}>
            {say('factor.confirm')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

/** In groups of four, as people type. */
const keyIn = (address: string): string =>
  (new URL(address).searchParams.get('secret') ?? '').replaceAll(/(.{4})(?=.)/g, '$1 ')

/** Drawn here: the secret goes to nobody who draws pictures. */
function Picture({ address }: { readonly address: string }): ReactNode {
  const { say } = useLanguage()
  const { data, size } = encode(address, { ecc: 'L', border: margin })
  const modules = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return (
    <svg
      className="app-picture"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={say('factor.picture')}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
      <path d={modules.join('')} fill="#000" />
    </svg>
  )
}

/** Codes that are shown once, to be kept on paper. */
export function CodesOnPaper({ backupCodes }: BackupCodes): ReactNode {
  const { say } = useLanguage()
  return (
    <section aria-label={say('factor.codes.title')}>
      <h3>{say('factor.codes.title')}</h3>
      <p className="quiet">{say('factor.codes.text')}</p>
      <ul className="backup-codes">
        {backupCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
