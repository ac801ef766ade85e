import { NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Changes } from '#server/follow-up/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { useChangeWords } from './change-words.ts'

/** One need, by the units that had mostly the same people in both surveys. */
export function ChangesByUnit({ changes }: { readonly changes: Changes }): ReactNode {
  const { say, count } = useLanguage()
  const words = useChangeWords()
  const { lines, units, others } = changes
  const [chosen, choose] = useState(lines[0]?.construct)
  const line = lines.find(({ construct }) => construct === chosen)
  const title = say('waves.changed.units')
  return (
    <Card title={title}>
      {others > 0 && <p className="quiet">{count('waves.changed.others', others)}</p>}
      {line && units.length > 0 && (
        <>
          <NativeSelect
            label={say('waves.changed.choose')}
            value={chosen}
            onChange={({ currentTarget: { value } }) =>
              choose(lines.find(({ construct }) => construct === value)?.construct)
            }
            data={lines.map(({ construct }) => ({
              value: construct,
              label: say(`construct.${construct}`),
            }))}
          />
          <WideTable title={title}>
            <table className="plain waves">
              <caption className="unseen">{say(`construct.${line.construct}`)}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('waves.changed.unit')}</th>
                  <th scope="col">{say('waves.changed.change')}</th>
                </tr>
              </thead>
              <tbody>
                {units.map(({ id, name }) => (
                  <tr key={id}>
                    <th scope="row">{name}</th>
                    <td>{words(line.units[id] ?? { kind: 'hidden' })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </>
      )}
    </Card>
  )
}
