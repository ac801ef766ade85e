import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { ExportCard } from './export-card.tsx'
import { MeasuredCard } from './measured-card.tsx'
import { OpenChecks } from './open-checks.tsx'
import { ReleasedPage } from './released.tsx'
import { SignedRelease } from './signed-release.tsx'

/** For whoever has to answer for the figures: how much weight they bear, and the files. */
export function WeightPage(): ReactNode {
  const { say } = useLanguage()
  return (
    <ReleasedPage title={say('measured.title')} lead={say('measured.lead')}>
      {(results, id) => (
        <>
          <MeasuredCard results={results} />
          <div className="two">
            <SignedRelease id={id} />
            <ExportCard id={id} />
          </div>
          <p className="quiet">{say('validity')}</p>
          <OpenChecks validation={results.needs.validation} />
          <p className="quiet">{say('judgement')}</p>
        </>
      )}
    </ReleasedPage>
  )
}
