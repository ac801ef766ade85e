import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { languageNames, locales } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'
import { WideTable } from '../../ui/wide-table.tsx'

const kinds = ['slides', 'handout'] as const

/** Every material in every language. */
export function Materials({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  return (
    <>
      <p>{say('tell.material.text')}</p>
      <WideTable title={say('tell.material')}>
        <Table>
          <caption>{say('tell.material')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('frame.language')}</th>
              {kinds.map((kind) => (
                <th scope="col" key={kind}>
                  {say(`material.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {locales.map((locale) => (
              <tr key={locale}>
                <th scope="row" lang={locale}>
                  {languageNames[locale]}
                </th>
                {kinds.map((kind) => (
                  <td key={kind}>
                    <a
                      href={`/api/office/orientation/${id}/material/${kind}/${locale}`}
                      aria-label={say('material.download.name', {
                        download: say(`material.${kind}.download`),
                        kind: say(`material.${kind}`),
                        language: languageNames[locale],
                      })}
                      download
                    >
                      {say(`material.${kind}.download`)}
                    </a>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </WideTable>
    </>
  )
}
