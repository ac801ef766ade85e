import { Progress } from '@mantine/core'
import type { ReactNode } from 'react'

/** Long work: how far it is, in a bar and in words. */
export function WorkProgress({
  done,
  label,
}: {
  readonly done: number
  readonly label: string
}): ReactNode {
  const percent = Math.round(100 * done)
  return (
    <div className="work-progress">
      <p role="status">
        {label} {percent} %
      </p>
      <Progress value={percent} aria-label={label} size="lg" />
    </div>
  )
}
