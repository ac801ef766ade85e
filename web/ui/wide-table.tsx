import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'

/** Room for a table that may be wider than the screen; by keyboard it is reached and scrolled. */
export function WideTable({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}): ReactNode {
  const { say } = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scrolls" tabIndex={0} aria-label={say('frame.table', { title })}>
      {children}
    </section>
  )
}
