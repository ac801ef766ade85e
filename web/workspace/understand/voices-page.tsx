import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { GroupThemes } from './group-themes.tsx'
import { ManagerVoicesCard } from './manager-voices.tsx'
import { ReleasedPage } from './released.tsx'
import { SourcesThere } from './sources-there.tsx'

/** What focus groups and managers said, in words. */
export function VoicesPage(): ReactNode {
  const { say } = useLanguage()
  return (
    <ReleasedPage title={say('said.title')} lead={say('said.lead')}>
      {(results, id) => (
        <>
          <SourcesThere id={id} results={results} />
          <GroupThemes id={id} />
          <ManagerVoicesCard id={id} />
        </>
      )}
    </ReleasedPage>
  )
}
