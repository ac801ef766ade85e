import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import type { InvitedUnit } from '#server/invitations/contract.ts'
import { useLanguage } from '../../language.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { usePrinting } from './use-printing.ts'

/** Prints the envelopes of a unit; says before that a second printing ends the first. */
export function PrintUnit({
  id,
  unit,
}: {
  readonly id: string
  readonly unit: InvitedUnit
}): ReactNode {
  const { say, count } = useLanguage()
  const printing = usePrinting(id)
  const { name, way, envelopes, printings } = unit
  if (envelopes === 0) return null
  const label = count('invitations.print', envelopes)
  const isBefore = printings > 0 || printing.error?.code === 'envelopes-printed-before'
  const print = (again: boolean): void => printing.mutate({ units: [unit.unit], again })
  return (
    <>
      {isBefore ? (
        <>
          <p>{say('invitations.print.before', { unit: name })}</p>
          {way === 'lot' && (
            <p>
              <strong>{say('invitations.print.before.lot')}</strong>
            </p>
          )}
          <FinalButton
            label={say('invitations.print.again')}
            name={say('invitations.print.name', {
              print: say('invitations.print.again'),
              unit: name,
            })}
            variant="default"
            loading={printing.isPending}
            onConfirm={() => print(true)}
          />
        </>
      ) : (
        <Group>
          <Button
            variant="default"
            loading={printing.isPending}
            onClick={() => print(false)}
            aria-label={say('invitations.print.name', { print: label, unit: name })}
          >
            {label}
          </Button>
        </Group>
      )}
      <p role="status">
        {printing.isPending && say('invitations.print.working')}
        {printing.isSuccess && say('invitations.print.done')}
      </p>
      {!isBefore && <RefusalNote refusal={printing.error} />}
    </>
  )
}
