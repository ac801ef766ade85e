import type { ReactNode } from 'react'

/** White on paper, with a thin line: one thing to read or do. */
export function Card({
  title,
  children,
  className = '',
}: {
  readonly title?: string
  readonly children: ReactNode
  readonly className?: string
}): ReactNode {
  return (
    <section className={`card ${className}`} aria-label={title}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  )
}
