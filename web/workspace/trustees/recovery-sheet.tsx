import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { KeyDoor } from '#server/trustees/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import type { NewKey } from './new-key.ts'
import { useKeyNumber } from './use-key-number.ts'

/** The key on paper: for the day the file or the passphrase is lost. */
export function RecoverySheet({
  door: { assessment, holder },
  made,
}: {
  readonly door: KeyDoor
  readonly made: NewKey
}): ReactNode {
  const { say } = useLanguage()
  const number = useKeyNumber(made.publicKey)
  return (
    <Card title={say('key.sheet')} className="sheet">
      <p>{say('key.sheet.text')}</p>
      <dl className="facts">
        <dt>{say('key.sheet.survey')}</dt>
        <dd>
          {assessment.organization}: {assessment.name}
        </dd>
        <dt>{say('key.sheet.holder')}</dt>
        <dd>{holder.name}</dd>
        <dt>{say('key.number')}</dt>
        <dd>
          <code>{number}</code>
        </dd>
        <dt>{say('key.recovery')}</dt>
        <dd>
          <code className="recovery-code">{made.recoveryCode}</code>
        </dd>
      </dl>
      <div className="no-print">
        <Button variant="default" onClick={() => window.print()}>
          {say('key.sheet.print')}
        </Button>
      </div>
    </Card>
  )
}
