import type { ReactNode } from 'react'
import { exportFormats } from '#surveys/instruments/instrument.ts'
import { useLanguage } from '../../language.tsx'

/** The same questionnaire as files for other tools. */
export function ExportLinks({
  path,
  name,
}: {
  /** where its files begin */
  readonly path: string
  readonly name: string
}): ReactNode {
  const { say } = useLanguage()
  return (
    <ul className="inline-list">
      {exportFormats.map((format) => {
        const label = say(`instruments.export.${format}`)
        return (
          <li key={format}>
            <a
              href={`/api/office/instruments/${path}/${format}`}
              download
              aria-label={say('instruments.export.named', { name, format: label })}
            >
              {label}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
