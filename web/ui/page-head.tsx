import { type ReactNode, useEffect } from 'react'

/** The heading of a page, which is also the title of the window. */
export function PageHead({
  title,
  lead,
  actions,
}: {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
}): ReactNode {
  useEffect(() => {
    document.title = `${title} · Groundwork`
  }, [title])
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {lead && <p className="quiet">{lead}</p>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </header>
  )
}
