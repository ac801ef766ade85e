import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { AllNeeds } from './all-needs.tsx'
import { Choices } from './choices.tsx'
import { ReleasedPage } from './released.tsx'

/** Every need, what help people would use, and what stops them from asking for it. */
export function NeedsPage(): ReactNode {
  const { say } = useLanguage()
  return (
    <ReleasedPage title={say('needs.title')} lead={say('needs.lead')}>
      {(results) => (
        <>
          <AllNeeds results={results} />
          <div className="two">
            <Choices
              title={say('understand.wanted')}
              prefix="option.wanted-services"
              figures={results.release.wanted}
            />
            <Choices
              title={say('understand.barriers')}
              prefix="option.barriers"
              figures={results.release.barriers}
            />
          </div>
        </>
      )}
    </ReleasedPage>
  )
}
