import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import type { CodeSheet } from '#server/registrar/contract.ts'
import { useLanguage } from '../../language.tsx'
import { answerPath } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'

/** One code a person, by unit: to print, cut and draw from a hat. Shown this once. */
export function CodesToPrint({
  sheet,
  assessment,
}: {
  readonly sheet: CodeSheet
  readonly assessment: Assessment
}): ReactNode {
  const { say } = useLanguage()
  return (
    <Card title={say('codes.title')}>
      <p>{say('codes.text')}</p>
      <p>
        <strong>{say('codes.once')}</strong>
      </p>
      <Group className="no-print">
        <Button onClick={() => window.print()}>{say('codes.print')}</Button>
        <Button variant="default" onClick={() => download(sheet)}>
          {say('codes.download')}
        </Button>
      </Group>
      {sheet.units.map(({ name, codes }) => (
        <section key={name} className="code-sheet">
          <h3>{name}</h3>
          <ul>
            {codes.map((code) => (
              <li key={code}>
                <span className="quiet">
                  {window.location.origin}
                  {answerPath(assessment.id, '').replace('#', '')}
                </span>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}

function download(sheet: CodeSheet): void {
  const lines = sheet.units.flatMap(({ name, codes }) =>
    codes.map(
      (code) =>
        `"${name.replaceAll('"', '""')}",${code},${window.location.origin}${answerPath(sheet.assessment, code)}`,
    ),
  )
  const file = new Blob([`\uFEFF${['unit,code,link', ...lines].join('\r\n')}\r\n`], {
    type: 'text/csv',
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = 'codes.csv'
  link.click()
  URL.revokeObjectURL(link.href)
}
