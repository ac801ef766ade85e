import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { MeasuredCard } from './measured-card.tsx'
import { OpenChecks } from './open-checks.tsx'
import { ReleasedPage } from './released.tsx'
import { SignedRelease } from './signed-release.tsx'

/** For whoever has to answer for the figures: how much weight they bear, and who signed. */
export function WeightPage(): ReactNode {
  const { say } = useLanguage()
  return (
    <ReleasedPage title={say('measured.title')} lead={say('measured.lead')}>
      {(results, id) => (
        <>
          <MeasuredCard results={results} />
          <SignedRelease id={id} />
          <p className="quiet">{say('validity')}</p>
          <OpenChecks validation={results.needs.validation} />
          <p className="quiet">{say('judgement')}</p>
        </>
      )}
    </ReleasedPage>
  )
}
