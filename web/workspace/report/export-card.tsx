import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'

/** What was published, to compute with elsewhere. */
export function ExportCard({ id }: { readonly id: string }): ReactNode {
  const { say, locale } = useLanguage()
  const door = `/api/office/results/${id}`
  return (
    <Card title={say('export.title')}>
      <p>{say('export.text')}</p>
      <p className="row">
        <a className="button-link quiet-button" href={`${door}/figures.csv`} download>
          {say('export.figures')}
        </a>
        <a
          className="button-link quiet-button"
          href={`${door}/codebook/${locale}`}
          download
        >
          {say('export.codebook')}
        </a>
      </p>
    </Card>
  )
}
