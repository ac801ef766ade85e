import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { Heatmap } from './heatmap.tsx'
import { ReleasedPage } from './released.tsx'

/** Needs by unit or background, as far as they may be shown. */
export function UnitsPage(): ReactNode {
  const { say } = useLanguage()
  return (
    <ReleasedPage title={say('heatmap.title')} lead={say('heatmap.lead')}>
      {({ release }) => <Heatmap release={release} />}
    </ReleasedPage>
  )
}
