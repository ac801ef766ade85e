import type { ReactNode } from 'react'
import type { Program } from '#server/programs/contract.ts'
import { useProgramLanguage } from './use-program-language.ts'

/** Who looked at the program as a whole, and whether it has changed since; or that nobody did. */
export function Reviewed({ program }: { readonly program: Program }): ReactNode {
  const { say, tell } = useProgramLanguage()
  const ofAll = program.reviews.filter(({ component }) => component === null)
  const last = ofAll.at(-1)
  if (!last) return <p>{say('review.none')}</p>
  return (
    <p>
      {ofAll.map((one) => tell(one).what).join(' ')}{' '}
      {last.number < program.changed && say('review.changed-since')}
    </p>
  )
}
