import { type ReactNode, useId } from 'react'

/** Of the letters of a sentence that stays in view; a longer one would take the page. */
const longest = 60

/** Questions that stand together. The sentence they share stays in view while they do. */
export function Section({
  lead,
  children,
}: {
  readonly lead: string
  readonly children: ReactNode
}): ReactNode {
  const id = useId()
  if (!lead) return <div className="q-section">{children}</div>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stay in view
    <div className="q-section" role="group" aria-labelledby={id}>
      <p id={id} className="q-lead" data-short={lead.length <= longest || undefined}>
        {lead}
      </p>
      {children}
    </div>
  )
}
