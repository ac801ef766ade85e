import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Side } from '#server/accounts/contract.ts'
import { useLanguage } from '../language.tsx'
import { FinalButton } from './final-button.tsx'

/** What two people decide together: who agrees so far, and what is left for the one who reads. */
export function BothSides({
  agreed,
  me,
  label,
  onAgree,
  onTakeBack,
  loading,
}: {
  /** those who agree, one a side */
  readonly agreed: readonly { readonly role: Side; readonly by: string }[]
  readonly me: Side
  /** what agreeing is called */
  readonly label: string
  readonly onAgree: () => void
  readonly onTakeBack: () => void
  readonly loading: boolean
}): ReactNode {
  const { say } = useLanguage()
  const mine = agreed.some(({ role }) => role === me)
  const other = agreed.find(({ role }) => role !== me)
  if (mine) {
    return (
      <div className="agreement">
        <p role="status">{say(`agreed.mine.${me}`)}</p>
        <Button variant="default" onClick={onTakeBack} loading={loading}>
          {say('agreed.take-back')}
        </Button>
      </div>
    )
  }
  return (
    <div className="agreement">
      {other && <p className="good">{say('agreed.by', { name: other.by })}</p>}
      {other ? (
        <FinalButton label={label} onConfirm={onAgree} loading={loading} />
      ) : (
        <Button onClick={onAgree} loading={loading}>
          {label}
        </Button>
      )}
    </div>
  )
}
