import { Table } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { indicatorIds } from '#analysis/indicators/catalogue.ts'
import { periodInWords, valueInWords } from '#analysis/indicators/in-words.ts'
import { byEnd } from '#analysis/indicators/period.ts'
import type { Assessment } from '#server/assessments/contract.ts'
import type { Figure } from '#server/indicators/contract.ts'
import { indicators, type Refused, settle } from '../../api.ts'
import { hrFiguresQuery } from '../../hr-figures.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { useGroupNames } from './use-group-names.ts'

/** Every figure that is kept, with its period and source; who brought them can take them out. */
export function FiguresKept({
  assessment,
  figures,
  canRemove,
}: {
  readonly assessment: Assessment
  readonly figures: readonly Figure[]
  readonly canRemove: boolean
}): ReactNode {
  const { say } = useLanguage()
  const { id } = assessment
  const client = useQueryClient()
  const removing = useMutation<void, Refused, string | null>({
    mutationFn: (figure) =>
      settle(
        figure === null
          ? indicators[':id'].figures.$delete({ param: { id } })
          : indicators[':id'].figures[':figure'].$delete({ param: { id, figure } }),
      ),
    onSettled: () => client.invalidateQueries(hrFiguresQuery(id)),
  })
  return (
    <Card title={say('hr.kept')}>
      {figures.length === 0 ? (
        <p className="quiet">{say('hr.kept.none')}</p>
      ) : (
        <WideTable title={say('hr.kept')}>
          <Table className="hr-figures">
            <Head canRemove={canRemove} />
            <tbody>
              {sorted(figures, assessment).map((figure) => (
                <Row
                  key={figure.id}
                  figure={figure}
                  assessment={assessment}
                  onRemove={canRemove ? () => removing.mutate(figure.id) : undefined}
                />
              ))}
            </tbody>
          </Table>
        </WideTable>
      )}
      {canRemove && figures.length > 0 && (
        <FinalButton
          variant="default"
          label={say('hr.remove-all')}
          onConfirm={() => removing.mutate(null)}
        />
      )}
      <RefusalNote refusal={removing.error} />
    </Card>
  )
}

/** The whole first, then unit by unit in the order they were formed; the newest first. */
function sorted(figures: readonly Figure[], { counted }: Assessment): readonly Figure[] {
  const placeOf = ({ unit }: Figure) => counted.findIndex(({ id }) => id === unit)
  const kindOf = ({ indicator }: Figure) => indicatorIds.indexOf(indicator)
  return figures.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) || kindOf(a) - kindOf(b) || byEnd(b.period, a.period),
  )
}

function Head({ canRemove }: { readonly canRemove: boolean }): ReactNode {
  const { say } = useLanguage()
  return (
    <thead>
      <tr>
        <th scope="col">{say('hr.group')}</th>
        <th scope="col">{say('hr.figure')}</th>
        <th scope="col">{say('hr.value')}</th>
        <th scope="col">{say('hr.period')}</th>
        <th scope="col">{say('hr.source')}</th>
        {canRemove && (
          <th scope="col">
            <span className="unseen">{say('hr.removal')}</span>
          </th>
        )}
      </tr>
    </thead>
  )
}

function Row({
  figure,
  assessment,
  onRemove,
}: {
  readonly figure: Figure
  readonly assessment: Assessment
  readonly onRemove: (() => void) | undefined
}): ReactNode {
  const { say, texts, locale } = useLanguage()
  const nameOf = useGroupNames(assessment)
  const group = nameOf(figure.unit)
  const name = say(`indicator.${figure.indicator}`)
  const period = periodInWords(figure.period, texts)
  return (
    <tr>
      <td>{group}</td>
      <th scope="row">{name}</th>
      <td>{valueInWords(figure, texts, locale)}</td>
      <td>{period}</td>
      <td>{figure.source}</td>
      {onRemove && (
        <td>
          <FinalButton
            variant="subtle"
            size="compact-sm"
            label={say('remove')}
            name={say('hr.remove', { figure: name, group, period })}
            onConfirm={onRemove}
          />
        </td>
      )}
    </tr>
  )
}
