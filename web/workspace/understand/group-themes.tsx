import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { releasedThemesQuery } from '../../coded-themes/released-themes.ts'

/** The names of codes bring the codebook with them: loaded where there is something to name. */
const LockedThemes = lazy(async () => {
  const { LockedThemesCard } = await import('../../coded-themes/locked-themes.tsx')
  return { default: LockedThemesCard }
})

/** What the focus groups said together, once their study is locked. */
export function GroupThemes({ id }: { readonly id: string }): ReactNode {
  const { data } = useQuery(releasedThemesQuery(id))
  if (data?.state !== 'locked') return null
  return (
    <Suspense>
      <LockedThemes themes={data.themes} />
    </Suspense>
  )
}
